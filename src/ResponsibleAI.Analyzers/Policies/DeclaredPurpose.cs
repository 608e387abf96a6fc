using Microsoft.CodeAnalysis;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Policies;

/// <summary>A purpose that code declares, and what the register says of it.</summary>
/// <param name="Id">As declared.</param>
/// <param name="Entry">The register's entry; null when it has none.</param>
/// <param name="Location">The attribute; null when the project declares it by MSBuild property.</param>
internal sealed record DeclaredPurpose(string Id, Purpose? Entry, Location? Location);

/// <summary>Finds the purpose that holds for a member: the nearest of member, type, assembly, project.</summary>
internal sealed class DeclaredPurposes
{
    private const string Attribute = "ProcessingPurposeAttribute";

    private readonly Dictionary<string, Purpose> _register = new(StringComparer.Ordinal);
    private readonly string[] _project;

    /// <param name="snapshot">Holds the register.</param>
    /// <param name="project">The MSBuild property ResponsibleAIPurpose; several ids are separated by a comma or blank.</param>
    public DeclaredPurposes(PolicySnapshot snapshot, string? project)
    {
        foreach (var purpose in snapshot.Purposes)
            _register[purpose.Id] = purpose;
        _project = project?.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries) ?? [];
    }

    /// <summary>Whether there is a register at all.</summary>
    public bool HasRegister => _register.Count > 0;

    public IEnumerable<string> Ids => _register.Keys;

    public IReadOnlyList<DeclaredPurpose> For(ISymbol member)
    {
        for (var scope = member; scope is not null; scope = scope.ContainingSymbol)
        {
            if (scope is IMethodSymbol { AssociatedSymbol: null } or IPropertySymbol or INamedTypeSymbol or IAssemblySymbol)
            {
                var declared = Declared(scope);
                if (declared.Count > 0)
                    return declared;
                if (scope is INamedTypeSymbol type)
                    for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
                        if (Declared(ancestor) is { Count: > 0 } inherited)
                            return inherited;
            }
        }

        return _project.Length == 0 ? [] : [.. _project.Select(id => new DeclaredPurpose(id, Entry(id), null))];
    }

    private List<DeclaredPurpose> Declared(ISymbol symbol)
    {
        var declared = new List<DeclaredPurpose>();
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: Attribute, ContainingNamespace: { Name: "ResponsibleAI", ContainingNamespace.IsGlobalNamespace: true } }
                && attribute.ConstructorArguments is [{ Value: string id }])
                declared.Add(new DeclaredPurpose(id, Entry(id), attribute.ApplicationSyntaxReference is { } syntax ? Location.Create(syntax.SyntaxTree, syntax.Span) : null));
        }

        return declared;
    }

    private Purpose? Entry(string id) => _register.TryGetValue(id, out var entry) ? entry : null;
}
