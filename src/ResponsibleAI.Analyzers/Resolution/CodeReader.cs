using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>Reads the code of one compilation on demand: what a symbol's body returns, who calls a method, who writes a member.</summary>
internal sealed class CodeReader(Compilation compilation)
{
    private const int MostCallers = 64;

    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<IOperation>> _returns = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, IReadOnlyList<IOperation>> _callers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<IOperation>> _writes = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<string, CallsOfName> _calls = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Dictionary<ISymbol, List<IOperation>>> _assignments = new(StringComparer.Ordinal);
    private readonly Mentions _mentions = new(compilation.SyntaxTrees);

    public Compilation Compilation { get; } = compilation;

    public IMethodSymbol? EntryPoint { get; } = compilation.GetEntryPoint(default);

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
        IMethodReferenceOperation group => [.. Returns(group.Method, cancellation).Select(static returned => new Expression(returned, null))],
        _ => null,
    };

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
        Mentioning(name, cancellation).SelectMany(tree => Occurrences.Calls(tree, name, cancellation));

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
    public IReadOnlyList<IOperation>? Callers(IMethodSymbol method, CancellationToken cancellation)
    {
        method = method.OriginalDefinition;
        if (!_callers.TryGetValue(method, out var callers))
            callers = _callers.GetOrAdd(method, FindCallers(method, cancellation));
        return callers.Count > MostCallers ? null : callers;
    }

    /// <summary>Where objects of a type are made within this compilation; nothing when that is in too many places to follow.</summary>
    public IEnumerable<IOperation> Made(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.InstanceConstructors.SelectMany(constructor => Callers(constructor, cancellation) ?? []).Where(static call => call is IObjectCreationOperation);

    /// <summary>Values assigned to a field or property within this compilation, its initializer first. A write that cannot be read stands as its own operation.</summary>
    public IReadOnlyList<IOperation> Writes(ISymbol member, CancellationToken cancellation)
    {
        member = member.OriginalDefinition;
        if (_writes.TryGetValue(member, out var known))
            return known;

        var writes = new List<IOperation>();
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            var initializer = reference.GetSyntax(cancellation) switch
            {
                VariableDeclaratorSyntax { Initializer: { } value } => value.Value,
                PropertyDeclarationSyntax { Initializer: { } value } => value.Value,
                _ => null,
            };
            if (initializer is not null && Operation(initializer, cancellation) is { } operation)
                writes.Add(operation);
        }

        if (IsOnlyInitialized(member))
            return _writes.GetOrAdd(member, writes);
        if (TreesOfOwner(member) is { } trees)
        {
            foreach (var tree in trees)
                foreach (var operation in AssignmentsIn(tree, member.Name, cancellation))
                    if (WritesTo(operation, member) is { } value)
                        writes.Add(value);
        }
        else if (Assignments(member.Name, cancellation).TryGetValue(member, out var assignments))
        {
            foreach (var operation in assignments)
                if (WritesTo(operation, member) is { } value)
                    writes.Add(value);
        }

        return _writes.GetOrAdd(member, writes);
    }

    /// <summary>Calls and assignments that put something into what a field or property holds, in the files of its type. <see cref="Contents"/> says which these are.</summary>
    public IEnumerable<IOperation> Puts(ISymbol member, CancellationToken cancellation)
    {
        member = member.OriginalDefinition;
        foreach (var tree in Containers.Outermost(member).DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree).Distinct())
            foreach (var node in Occurrences.Puts(tree, member.Name, cancellation))
                if (Operation(node, cancellation) is { } put && Contents.Holder(put) is IMemberReferenceOperation holder && Refers(holder, member))
                    yield return put;
    }

    /// <summary>The overrides and implementations of an abstract, virtual or interface member within this compilation, itself included when it has a body.</summary>
    public IEnumerable<ISymbol> Implementations(ISymbol member, CancellationToken cancellation)
    {
        member = member.OriginalDefinition;
        if (!member.IsAbstract)
            yield return member;
        if (!member.IsVirtual && !member.IsAbstract && !member.IsOverride && member.ContainingType?.TypeKind != TypeKind.Interface)
            yield break;

        foreach (var tree in Mentioning(member.Name, cancellation))
        {
            foreach (var node in Occurrences.Declarations(tree, member.Name, cancellation))
            {
                if (Model(tree)?.GetDeclaredSymbol(node, cancellation) is { } symbol && !SymbolEqualityComparer.Default.Equals(symbol, member) && IsImplementation(symbol, member))
                    yield return symbol;
            }
        }
    }

    /// <summary>The files that hold the word; all files when there is no word to look for.</summary>
    public IEnumerable<SyntaxTree> Mentioning(string word, CancellationToken cancellation) =>
        word.Length == 0 ? Compilation.SyntaxTrees : _mentions.Of(word, cancellation);

    [SuppressMessage("MicrosoftCodeAnalysisCorrectness", "RS1030", Justification =
        "A constant path, a pipeline helper or a row type is often declared in another file, or project, than the call. The compiler's driver caches the models, and only files that hold such a place are asked.")]
    private SemanticModel? Model(SyntaxTree tree)
    {
        if (_models.TryGetValue(tree, out var model))
            return model;
        return Owner(tree) is { } owner ? _models.GetOrAdd(tree, owner.GetSemanticModel(tree)) : null;
    }

    /// <summary>The compilation that a file belongs to: this one, or that of a referenced project whose source is at hand; a build has only its assembly.</summary>
    private Compilation? Owner(SyntaxTree tree)
    {
        if (Compilation.ContainsSyntaxTree(tree))
            return Compilation;
        foreach (var reference in Compilation.References)
            if (reference is CompilationReference { Compilation: var project } && project.ContainsSyntaxTree(tree))
                return project;
        return null;
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
            if (overridden is not null && SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, member))
                return true;
        }

        return member.ContainingType is { TypeKind: TypeKind.Interface } contract
            && candidate.ContainingType is { } type
            && Implements(type, contract)
            && candidate.Kind == member.Kind;
    }

    private static bool Implements(INamedTypeSymbol type, INamedTypeSymbol contract)
    {
        foreach (var implemented in type.AllInterfaces)
            if (SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, contract))
                return true;
        return false;
    }

    private List<IOperation> FindCallers(IMethodSymbol method, CancellationToken cancellation)
    {
        if (TreesOfOwner(method) is { } trees)
            return FindCallers(method, trees, cancellation);
        if (method.MethodKind == MethodKind.Constructor)
            return FindCallers(method, Mentioning(method.ContainingType.Name, cancellation), cancellation);
        return _calls.GetOrAdd(method.Name, name => new CallsOfName(CallsIn(Mentioning(name, cancellation), name, cancellation))).Of(method);
    }

    private List<IOperation> FindCallers(IMethodSymbol method, IEnumerable<SyntaxTree> trees, CancellationToken cancellation)
    {
        var callers = new List<IOperation>();
        var creates = method.MethodKind == MethodKind.Constructor;
        foreach (var call in CallsIn(trees, method.Name, cancellation, creates ? method.ContainingType.Name : null))
        {
            if (Calls(Called(call)!, method))
                callers.Add(call);
            if (callers.Count > MostCallers)
                break;
        }

        return callers;
    }

    /// <summary>The calls of that name, bound; of object creations only those that may create the type.</summary>
    private IEnumerable<IOperation> CallsIn(IEnumerable<SyntaxTree> trees, string name, CancellationToken cancellation, string? created = null)
    {
        foreach (var tree in trees)
        {
            foreach (var node in created is null ? Occurrences.Calls(tree, name, cancellation) : Occurrences.Creations(tree, cancellation))
            {
                cancellation.ThrowIfCancellationRequested();
                if ((created is null || MayCreate(node, created)) && Operation(node, cancellation) is { } operation && Called(operation) is not null)
                    yield return operation is IExpressionStatementOperation statement ? statement.Operation : operation;
            }
        }
    }

    private Dictionary<ISymbol, List<IOperation>> Assignments(string name, CancellationToken cancellation)
    {
        if (_assignments.TryGetValue(name, out var known))
            return known;

        var byMember = new Dictionary<ISymbol, List<IOperation>>(SymbolEqualityComparer.Default);
        foreach (var tree in Mentioning(name, cancellation))
        {
            foreach (var operation in AssignmentsIn(tree, name, cancellation))
            {
                foreach (var written in Written(operation))
                {
                    if (!byMember.TryGetValue(written, out var operations))
                        byMember.Add(written, operations = []);
                    operations.Add(operation);
                }
            }
        }

        return _assignments.GetOrAdd(name, byMember);
    }

    private IEnumerable<IOperation> AssignmentsIn(SyntaxTree tree, string name, CancellationToken cancellation)
    {
        foreach (var node in Occurrences.Assignments(tree, name, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Operation(node, cancellation) is { } operation)
                yield return operation;
        }
    }

    private static bool MayCreate(SyntaxNode node, string type) => node switch
    {
        ObjectCreationExpressionSyntax { Type: var created } => created.ToString().Contains(type),
        _ => true,
    };

    private static IMethodSymbol? Called(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => invocation.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        IExpressionStatementOperation { Operation: IInvocationOperation invocation } => invocation.TargetMethod,
        _ => null,
    };

    private static bool Calls(IMethodSymbol called, IMethodSymbol method)
    {
        called = called.OriginalDefinition;
        if (SymbolEqualityComparer.Default.Equals(called, method))
            return true;
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
            if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, called))
                return true;
        return called.ContainingType is { TypeKind: TypeKind.Interface } contract && Implements(method.ContainingType, contract) && called.Parameters.Length == method.Parameters.Length;
    }

    /// <summary>The fields and properties the operation writes to, as declared.</summary>
    private static IEnumerable<ISymbol> Written(IOperation operation)
    {
        switch (operation)
        {
            case IAssignmentOperation { Target: IMemberReferenceOperation target }:
                yield return target.Member.OriginalDefinition;
                break;
            case IDeconstructionAssignmentOperation { Target: ITupleOperation targets }:
                foreach (var element in targets.Elements)
                    if (element is IMemberReferenceOperation member)
                        yield return member.Member.OriginalDefinition;
                break;
            case IArgumentOperation { Value: IMemberReferenceOperation passed }:
                yield return passed.Member.OriginalDefinition;
                break;
        }
    }

    private static IOperation? WritesTo(IOperation operation, ISymbol member)
    {
        switch (operation)
        {
            case IAssignmentOperation { Target: IMemberReferenceOperation target } assignment when Refers(target, member):
                return assignment is ISimpleAssignmentOperation or ICoalesceAssignmentOperation ? Expression.Unwrap(assignment.Value) : assignment;
            case IDeconstructionAssignmentOperation deconstruction:
                if (deconstruction.Target is ITupleOperation targets)
                {
                    for (var i = 0; i < targets.Elements.Length; i++)
                    {
                        if (targets.Elements[i] is not IMemberReferenceOperation element || !Refers(element, member))
                            continue;
                        return Expression.Unwrap(deconstruction.Value) is ITupleOperation values && i < values.Elements.Length
                            ? Expression.Unwrap(values.Elements[i])
                            : deconstruction;
                    }
                }

                return null;
            case IArgumentOperation { Value: IMemberReferenceOperation passed } argument when Refers(passed, member):
                return argument;
            default:
                return null;
        }
    }

    private static bool Refers(IMemberReferenceOperation reference, ISymbol member) =>
        SymbolEqualityComparer.Default.Equals(reference.Member.OriginalDefinition, member);

    /// <summary>A field or property that only a constructor could write, in a type that declares none.</summary>
    private static bool IsOnlyInitialized(ISymbol member)
    {
        if (member is not (IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null }))
            return false;
        foreach (var constructor in member.IsStatic ? member.ContainingType.StaticConstructors : member.ContainingType.InstanceConstructors)
            if (!constructor.IsImplicitlyDeclared)
                return false;
        return true;
    }

    /// <summary>The only files that can call or write the member; null when any file can.</summary>
    private static IEnumerable<SyntaxTree>? TreesOfOwner(ISymbol member)
    {
        if (member is IMethodSymbol { MethodKind: MethodKind.LocalFunction })
            return member.DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree);
        if (member.DeclaredAccessibility != Accessibility.Private && member is not (IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null }))
            return null;
        return Containers.Outermost(member).DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree).Distinct();
    }

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

    /// <summary>All calls of one name in the compilation, each bound once whoever asks.</summary>
    private sealed class CallsOfName
    {
        private readonly Dictionary<ISymbol, List<IOperation>> _direct = new(SymbolEqualityComparer.Default);
        private readonly List<IMethodSymbol> _overridable = [];

        public CallsOfName(IEnumerable<IOperation> calls)
        {
            foreach (var call in calls)
            {
                var called = Called(call)!.OriginalDefinition;
                if (!_direct.TryGetValue(called, out var list))
                {
                    _direct.Add(called, list = []);
                    if (called.IsVirtual || called.IsAbstract || called.IsOverride)
                        _overridable.Add(called);
                }

                list.Add(call);
            }
        }

        public List<IOperation> Of(IMethodSymbol method)
        {
            var callers = _direct.TryGetValue(method, out var direct) ? direct : [];
            foreach (var contract in _overridable)
                if (!SymbolEqualityComparer.Default.Equals(contract, method) && Calls(contract, method))
                    callers = [.. callers, .. _direct[contract]];
            return callers;
        }
    }
}
