using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>Reads the code of one compilation on demand: what a symbol's body returns, who calls a method, who writes a member.</summary>
internal sealed class CodeReader
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<IOperation>> _returns = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(SyntaxTree File, string Name), IReadOnlyList<SyntaxNode>> _callsNamed = new();
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<ISymbol>> _implementations = new(SymbolEqualityComparer.Default);
    private readonly MethodCallers _callers;
    private readonly MemberWrites _writes;
    private readonly Mentions _mentions;
    private readonly ProjectsAtHand _projects;

    /// <param name="compilation">The one that is read.</param>
    /// <param name="referring">Projects that refer to it, where their sources are at hand.</param>
    public CodeReader(Compilation compilation, IReadOnlyList<Compilation>? referring = null)
    {
        Compilation = compilation;
        _projects = new ProjectsAtHand(compilation, referring ?? []);
        EntryPoint = compilation.GetEntryPoint(default);
        _mentions = new Mentions(compilation.SyntaxTrees);
        _callers = new MethodCallers(this);
        _writes = new MemberWrites(this);
    }

    public Compilation Compilation { get; }

    public IMethodSymbol? EntryPoint { get; }

    public IOperation? Operation(SyntaxNode node, CancellationToken cancellation) => Model(node.SyntaxTree)?.GetOperation(node, cancellation);

    /// <summary>The type that a name stands for; null when it is no type.</summary>
    public INamedTypeSymbol? Named(TypeSyntax name, CancellationToken cancellation) => Model(name.SyntaxTree)?.GetSymbolInfo(name, cancellation).Symbol as INamedTypeSymbol;

    /// <summary>The expressions a method or property of this compilation returns; empty when it has no body here.</summary>
    public IReadOnlyList<IOperation> Returns(ISymbol member, CancellationToken cancellation)
    {
        if (_returns.TryGetValue(member, out var known))
            return known;

        var returns = new List<IOperation>();
        foreach (var body in Bodies(member, cancellation))
            CollectReturns(body, returns);
        return _returns.GetOrAdd(member, returns);
    }

    /// <summary>The expressions a body returns, without those of functions in it.</summary>
    public static IReadOnlyList<IOperation> ReturnsIn(IOperation body)
    {
        var returns = new List<IOperation>();
        CollectReturns(body, returns);
        return returns;
    }

    /// <summary>The expressions that a lambda, or a method given by its name, returns; null when the expression is neither.</summary>
    public IReadOnlyList<Expression>? ReturnsOf(Expression function, CancellationToken cancellation) =>
        (function.Operation is IDelegateCreationOperation { Target: var target } ? target : function.Operation) switch
    {
        IAnonymousFunctionOperation lambda => [.. ReturnsIn(lambda.Body).Select(function.With)],
        IMethodReferenceOperation group => [.. Implementations(group.Method, cancellation).SelectMany(method => Returns(method, cancellation).Select(returned => new Expression(returned, CalledForElements(method, function))))],
        _ => null,
    };

    /// <summary>What is walked is what the method's parameter stands for, where a method of the platform is given it by its name, as in rows.Select(ToFeatures); null where it is given to anything else.</summary>
    private static Frame? CalledForElements(ISymbol method, Expression function) =>
        function.Operation.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: true, MethodKind: not MethodKind.LocalFunction } } call } given
            && (call.Instance ?? (call.Arguments[0] == given ? null : call.Arguments[0].Value)) is { } walked
            ? new Frame(method, call, function.Frame) { Element = function.With(walked).Unwrapped }
            : null;

    /// <summary>The operations that are a member's bodies: block, arrow expression, getter.</summary>
    public IEnumerable<IOperation> Bodies(ISymbol member, CancellationToken cancellation)
    {
        if (member is IMethodSymbol { PartialImplementationPart: { } implementation })
            member = implementation;
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            SyntaxNode? node = reference.GetSyntax(cancellation) switch
            {
                PropertyDeclarationSyntax { ExpressionBody: { } arrow } => arrow,
                PropertyDeclarationSyntax { AccessorList: { } accessors } => accessors.Accessors.FirstOrDefault(static accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration) && (accessor.Body ?? (SyntaxNode?)accessor.ExpressionBody) is not null),
                BaseMethodDeclarationSyntax method => method,
                LocalFunctionStatementSyntax function => function,
                CompilationUnitSyntax unit => unit,
                _ => null,
            };
            if (node is not null && Operation(node, cancellation) is { } body)
                yield return body;
        }
    }

    /// <summary>Where something of that name is called, bound or not.</summary>
    public IEnumerable<SyntaxNode> CallsNamed(string name, CancellationToken cancellation) =>
        Mentioning(name, cancellation).SelectMany(tree => _callsNamed.GetOrAdd((tree, name), place => Occurrences.Calls(place.File, place.Name, cancellation)));

    /// <summary>Whether the word stands anywhere outside of the declarations of that type.</summary>
    public bool MentionsOutside(INamedTypeSymbol type, string word, CancellationToken cancellation)
    {
        foreach (var tree in Mentioning(word, cancellation))
            foreach (var token in Occurrences.Of(tree, word, cancellation))
                if (!type.DeclaringSyntaxReferences.Any(part => part.SyntaxTree == tree && part.Span.Contains(token.Span)))
                    return true;
        return false;
    }

    /// <summary>Whether any file has the word.</summary>
    public bool Mentions(string word, CancellationToken cancellation) => Mentioning(word, cancellation).Any();

    /// <summary>The invocations and object creations of a method within this compilation; null when there are too many to follow.</summary>
    public IReadOnlyList<IOperation>? Callers(IMethodSymbol method, CancellationToken cancellation) => _callers.Of(method, cancellation);

    /// <summary>Where objects of a type are made within this compilation; nothing when that is in too many places to follow.</summary>
    public IEnumerable<IOperation> Made(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.InstanceConstructors.SelectMany(constructor => Callers(constructor, cancellation) ?? []).Where(static call => call is IObjectCreationOperation);

    /// <summary>Values assigned to a field or property within this compilation, its initializer first. A write that cannot be read stands as its own operation.</summary>
    public IReadOnlyList<IOperation> Writes(ISymbol member, CancellationToken cancellation) => _writes.Of(member, cancellation);

    /// <summary>Calls and assignments that put something into what a field or property holds, in the files of its type. <see cref="Contents"/> says which these are.</summary>
    public IEnumerable<IOperation> Puts(ISymbol member, CancellationToken cancellation) => _writes.Into(member, cancellation);

    /// <summary>Values assigned to a member, by its name, of what a field or property holds, in the files of its type.</summary>
    public IEnumerable<IOperation> Settings(ISymbol holder, string setting, CancellationToken cancellation) => _writes.Settings(holder, setting, cancellation);

    /// <summary>Where methods of this compilation are given a field or property, in the files of its type.</summary>
    public IEnumerable<IArgumentOperation> Passed(ISymbol member, CancellationToken cancellation) => _writes.Passed(member, cancellation);

    /// <summary>The overrides and implementations of an abstract, virtual or interface member, itself included when it has a body; where this compilation has none, those of other projects at hand.</summary>
    public IReadOnlyList<ISymbol> Implementations(ISymbol member, CancellationToken cancellation)
    {
        member = member.OriginalDefinition;
        if (!member.IsVirtual && !member.IsAbstract && !member.IsOverride && member.ContainingType?.TypeKind != TypeKind.Interface)
            return [member];
        if (_implementations.TryGetValue(member, out var known))
            return known;

        var found = Implementations(member, Mentioning(member.Name, cancellation), cancellation).ToList();
        if (found.Count == 0 && member.IsAbstract)
            found.AddRange(Implementations(member, _projects.Elsewhere(member.Name, cancellation), cancellation));
        if (!member.IsAbstract)
            found.Insert(0, member);
        return _implementations.GetOrAdd(member, found);
    }

    private IEnumerable<ISymbol> Implementations(ISymbol member, IEnumerable<SyntaxTree> trees, CancellationToken cancellation)
    {
        foreach (var tree in trees)
            foreach (var node in Occurrences.Declarations(tree, member.Name, cancellation))
                if (Model(tree)?.GetDeclaredSymbol(node, cancellation) is { } symbol && !IsSame(symbol, member) && IsImplementation(symbol, member))
                    yield return symbol;
    }

    /// <summary>The files that hold the word; all files when there is no word to look for.</summary>
    public IEnumerable<SyntaxTree> Mentioning(string word, CancellationToken cancellation) =>
        word.Length == 0 ? Compilation.SyntaxTrees : _mentions.Of(word, cancellation);

    /// <summary>The files of referring projects that hold the word.</summary>
    public IEnumerable<SyntaxTree> MentioningElsewhere(string word, CancellationToken cancellation) => _projects.Referring(word, cancellation);

    /// <summary>The method of this compilation that another project calls, or of a contract that this compilation may implement; null when it is none of these.</summary>
    public IMethodSymbol? Here(IMethodSymbol called, CancellationToken cancellation)
    {
        if (called.OriginalDefinition.DeclaringSyntaxReferences is not [var declaration, ..])
            return null;
        if (!Compilation.ContainsSyntaxTree(declaration.SyntaxTree))
            return called.ContainingType is { TypeKind: TypeKind.Interface } ? called : null;
        return Model(declaration.SyntaxTree)?.GetDeclaredSymbol(declaration.GetSyntax(cancellation), cancellation) switch
        {
            IMethodSymbol method => method,
            INamedTypeSymbol type when called.MethodKind == MethodKind.Constructor => type.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.Length == called.Parameters.Length),
            _ => null,
        };
    }

    [SuppressMessage("MicrosoftCodeAnalysisCorrectness", "RS1030", Justification =
        "A constant path, a pipeline helper or a row type is often declared in another file, or project, than the call. The compiler's driver caches the models, and only files that hold such a place are asked.")]
    private SemanticModel? Model(SyntaxTree tree)
    {
        if (_models.TryGetValue(tree, out var model))
            return model;
        return _projects.Owner(tree) is { } owner ? _models.GetOrAdd(tree, owner.GetSemanticModel(tree)) : null;
    }

    private static bool IsImplementation(ISymbol candidate, ISymbol member)
    {
        ISymbol? overridden = candidate;
        while (overridden is not null)
        {
            overridden = overridden switch
            {
                IMethodSymbol method => method.OverriddenMethod,
                IPropertySymbol property => property.OverriddenProperty,
                _ => null,
            };
            if (overridden is not null && IsSame(overridden.OriginalDefinition, member))
                return true;
        }

        return member.ContainingType is { TypeKind: TypeKind.Interface } contract
            && candidate.ContainingType is { } type
            && Implements(type, contract)
            && candidate.Kind == member.Kind;
    }

    /// <summary>Whether the type implements the interface, whatever its type arguments are.</summary>
    public static bool Implements(INamedTypeSymbol type, INamedTypeSymbol contract)
    {
        foreach (var implemented in type.AllInterfaces)
            if (IsSame(implemented.OriginalDefinition, contract))
                return true;
        return false;
    }

    /// <summary>One project's view of what another declares may be a symbol of its own; both are declared at the same place.</summary>
    private static bool IsSame(ISymbol left, ISymbol right) =>
        SymbolEqualityComparer.Default.Equals(left, right)
        || (left.Name == right.Name && left.DeclaringSyntaxReferences is [var one, ..] && right.DeclaringSyntaxReferences is [var other, ..] && one.SyntaxTree == other.SyntaxTree && one.Span == other.Span);

    private static void CollectReturns(IOperation body, List<IOperation> returns)
    {
        foreach (var child in body.ChildOperations)
        {
            if (child is IReturnOperation { ReturnedValue: { } value })
                returns.Add(Expression.Unwrap(value));
            if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                CollectReturns(child, returns);
        }
    }
}
