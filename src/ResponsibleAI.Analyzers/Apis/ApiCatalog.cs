using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Apis;

/// <summary>The catalog's members bound to the symbols of one compilation.</summary>
internal sealed class ApiCatalog
{
    private const string AnyMember = "*";
    private const string Constructor = ".ctor";

    private readonly Dictionary<ISymbol, Dictionary<string, ApiMember>> _byType = new(SymbolEqualityComparer.Default);
    private readonly List<(INamedTypeSymbol Interface, Dictionary<string, ApiMember> Members)> _interfaces = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _trainingCalls = new(StringComparer.Ordinal);
    private readonly HashSet<(string Role, string Name)> _ofRole = [];
    private readonly HashSet<(string Role, string Type)> _made = [];

    /// <summary>Types whose objects are models that a call of their own trains.</summary>
    private readonly HashSet<ISymbol> _trainedInPlace = new(SymbolEqualityComparer.Default);

    public ApiCatalog(Compilation compilation, IReadOnlyList<ApiLibrary> libraries)
    {
        var types = new TypeNames(compilation);
        foreach (var library in libraries)
        {
            foreach (var member in library.Members)
            {
                if (member.Role == ApiRole.TrainingCall)
                    _trainingCalls.Add(member.Member);
                if (types.Find(member.Type) is not { } type)
                    continue;

                if (!_byType.TryGetValue(type, out var members))
                {
                    _byType.Add(type, members = new Dictionary<string, ApiMember>(StringComparer.Ordinal));
                    if (type.TypeKind == TypeKind.Interface)
                        _interfaces.Add((type, members));
                }

                members[member.Member] = members.TryGetValue(member.Member, out var earlier)
                    ? earlier with { Parameters = [.. earlier.Parameters, .. member.Parameters] }
                    : member;
                if (member.Member != AnyMember)
                {
                    _names.Add(member.Member);
                    _ofRole.Add((member.Role, member.Member));
                    if (member.Member == Constructor)
                        _made.Add((member.Role, type.Name));
                }
                else if (type.TypeKind != TypeKind.Interface)
                {
                    foreach (var declared in type.GetMembers())
                    {
                        _names.Add(declared.Name);
                        _ofRole.Add((member.Role, declared.Name));
                    }
                }
            }
        }

        foreach (var declared in _byType)
            if (declared.Value.Values.Any(static member => member.Role == ApiRole.TrainingCall && member.Parameters.Any(static parameter => parameter is { Meaning: "model", Name: "this" })))
                _trainedInPlace.Add(declared.Key);
        DataView = compilation.GetTypeByMetadataName("Microsoft.ML.IDataView");
        Estimator = compilation.GetTypeByMetadataName("Microsoft.ML.IEstimator`1");
        Trainer = compilation.GetTypeByMetadataName("Microsoft.ML.Trainers.ITrainerEstimator`2");
    }

    public INamedTypeSymbol? DataView { get; }

    public INamedTypeSymbol? Estimator { get; }

    public INamedTypeSymbol? Trainer { get; }

    /// <summary>Whether any assembly that the library lists is referenced.</summary>
    public static bool IsReferenced(ApiLibrary library, Compilation compilation)
    {
        foreach (var assembly in compilation.ReferencedAssemblyNames)
            foreach (var name in library.Assemblies)
                if (string.Equals(assembly.Name, name, StringComparison.OrdinalIgnoreCase))
                    return true;
        return false;
    }

    /// <summary>What the call does; null when the catalog does not know it.</summary>
    public ApiMember? Member(IMethodSymbol method)
    {
        var name = method.MethodKind == MethodKind.Constructor ? Constructor : method.Name;
        if (!_names.Contains(name))
            return null;

        method = method.ReducedFrom ?? method;
        for (var type = method.ContainingType?.OriginalDefinition; type is not null; type = type.BaseType?.OriginalDefinition)
        {
            if (_byType.TryGetValue(type, out var members) && (members.TryGetValue(name, out var member) || members.TryGetValue(AnyMember, out member)))
                return member;
            if (method.IsStatic)
                return null;
        }

        foreach (var (contract, members) in _interfaces)
            if (members.TryGetValue(name, out var member) && method.ContainingType is { } declaring && Implements(declaring, contract))
                return member;
        return null;
    }

    /// <summary>What reading the property or field does; null when the catalog does not know it.</summary>
    public ApiMember? Value(ISymbol member) =>
        member.ContainingType is { } type && _byType.TryGetValue(type.OriginalDefinition, out var members) && members.TryGetValue(member.Name, out var known) ? known : null;

    /// <summary>The names of all members that have a role; of training calls those of libraries that are not referenced too, of constructors that check the types.</summary>
    public IEnumerable<string> Names => _names.Concat(_trainingCalls).Concat(TypesMadeAs(ApiRole.FairnessEvaluator));

    /// <summary>Whether some training call has that name: all that is left to go by while code does not compile.</summary>
    public bool IsNameOfTrainingCall(string name) => _trainingCalls.Contains(name);

    /// <summary>The names of all members of that role whose type the compilation has.</summary>
    public IEnumerable<string> NamesOf(string role) => _ofRole.Where(member => member.Role == role).Select(static member => member.Name);

    /// <summary>The simple names of the types of the compilation whose constructor has that role.</summary>
    public IEnumerable<string> TypesMadeAs(string role) => _made.Where(made => made.Role == role).Select(static made => made.Type);

    /// <summary>What a stage of this type is by its interfaces: the entry named "*" of an interface such as ITrainerEstimator.</summary>
    public ApiMember? Convention(ITypeSymbol? type)
    {
        if (type is null)
            return null;
        ApiMember? found = null;
        foreach (var (contract, members) in _interfaces)
        {
            if (!members.TryGetValue(AnyMember, out var member) || !Implements(type, contract))
                continue;
            if (found is null || member.Role == ApiRole.Trainer)
                found = member;
        }

        return found;
    }

    /// <summary>Whether an object of the type is a model that a call of its own trains.</summary>
    public bool IsTrainedInPlace(INamedTypeSymbol type)
    {
        if (_trainedInPlace.Count == 0)
            return false;
        for (var at = type; at is not null; at = at.BaseType)
            if (_trainedInPlace.Contains(at.OriginalDefinition))
                return true;
        return type.AllInterfaces.Any(contract => _trainedInPlace.Contains(contract.OriginalDefinition));
    }

    public bool IsDataView(ITypeSymbol? type) => DataView is not null && type is not null && Implements(type, DataView);

    public bool IsEstimator(ITypeSymbol? type) => Estimator is not null && type is not null && Implements(type, Estimator);

    /// <summary>The argument whose parameter has this meaning; null when the catalog or the call has none.</summary>
    public static IOperation? Argument(IOperation call, ApiMember member, string meaning)
    {
        var (arguments, instance) = call is IInvocationOperation invocation ? (invocation.Arguments, invocation.Instance) : ((call as IObjectCreationOperation)?.Arguments ?? ImmutableArray<IArgumentOperation>.Empty, null);
        for (var at = 0; at < member.Parameters.Count; at++) // asked too often for an enumerator
        {
            var parameter = member.Parameters[at];
            if (parameter.Meaning != meaning)
                continue;
            if (parameter.Name == "this" && instance is not null)
                return instance;
            foreach (var argument in arguments)
                if (argument.Parameter?.Name == parameter.Name)
                    return argument.Value;
        }

        return null;
    }

    /// <summary>Type arguments for the row type the member names; null when it names none or the call has none.</summary>
    public static INamedTypeSymbol? RowType(IMethodSymbol method, ApiMember member) => RowArgument(method, member) as INamedTypeSymbol;

    /// <summary>The same, which in a generic helper may be a parameter of its own.</summary>
    public static ITypeSymbol? RowArgument(IMethodSymbol method, ApiMember member)
    {
        if (member.RowType is not { } name)
            return null;
        foreach (var parameter in method.OriginalDefinition.TypeParameters)
            if (parameter.Name == name)
                return method.TypeArguments[parameter.Ordinal];
        var type = method.ContainingType;
        foreach (var parameter in type.OriginalDefinition.TypeParameters)
            if (parameter.Name == name)
                return type.TypeArguments[parameter.Ordinal];
        return null;
    }

    public static bool Implements(ITypeSymbol type, INamedTypeSymbol contract)
    {
        if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, contract))
            return true;
        foreach (var implemented in type.AllInterfaces)
            if (SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, contract))
                return true;
        if (type is ITypeParameterSymbol parameter)
            foreach (var constraint in parameter.ConstraintTypes)
                if (Implements(constraint, contract))
                    return true;
        return false;
    }
}
