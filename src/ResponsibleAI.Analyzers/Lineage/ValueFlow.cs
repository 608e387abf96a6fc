using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>
/// Walks back from a value, such as a tensor or an array, over everything it is computed from, and keeps what was read on the way:
/// members of rows, named columns of data frames, files, loads and models.
/// </summary>
internal sealed class ValueFlow(ApiCatalog catalog, Definitions definitions, CancellationToken cancellation)
{
    private const int MostValues = 2000;

    private readonly HashSet<(IOperation, Frame?)> _seen = [];
    private readonly Queue<Expression> _next = new();
    private readonly HashSet<string> _notSeen = new(StringComparer.Ordinal);
    private readonly List<RowRead> _rows = [];
    private readonly List<(string Name, IOperation At)> _columns = [];
    private readonly List<Expression> _files = [];
    private readonly List<Expression> _loads = [];
    private readonly List<IOperation> _models = [];
    private readonly List<string> _tables = [];
    private readonly List<string> _queries = [];

    /// <summary>Reads of members of row types, each member once.</summary>
    public IReadOnlyList<RowRead> Rows => _rows;

    /// <summary>Columns that are asked for by a constant name.</summary>
    public IReadOnlyList<(string Name, IOperation At)> Columns => _columns;

    /// <summary>Platform calls that read a file.</summary>
    public IReadOnlyList<Expression> Files => _files;

    /// <summary>Calls of loaders that the catalog knows.</summary>
    public IReadOnlyList<Expression> Loads => _loads;

    /// <summary>Receivers of the calls that run a model, and where those were created.</summary>
    public IReadOnlyList<IOperation> Models => _models;

    /// <summary>Names of tables: sets of a database context.</summary>
    public IReadOnlyList<string> Tables => _tables;

    /// <summary>SQL queries that stand in the code.</summary>
    public IReadOnlyList<string> Queries => _queries;

    public IReadOnlyCollection<string> NotSeen => _notSeen;

    /// <summary>Where values may come in that cannot be seen: a call of another library, a parameter, code that does not compile. Null when all of it is in sight.</summary>
    public string? Opaque { get; private set; }

    public void From(Expression value)
    {
        Add(value);
        for (var steps = 0; _next.Count > 0; steps++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (steps >= MostValues)
            {
                _notSeen.Add(Trace.CutShort);
                return;
            }

            Visit(_next.Dequeue());
        }
    }

    private void Visit(Expression value)
    {
        if (FileReads.Path(value.Operation) is { } path)
        {
            if (path.Type?.SpecialType == SpecialType.System_String)
                _files.Add(value);
            else
                Add(value.With(path));
            return;
        }

        switch (value.Operation)
        {
            case { ConstantValue: { HasValue: true, Value: string text } }:
                if (SqlText.IsQuery(text) && !_queries.Contains(text))
                    _queries.Add(text);
                break;
            case IMemberReferenceOperation { Type.Name: "DbSet" or "IDbSet" or "ObjectSet" or "IMongoCollection" } table:
                AddTable(table.Member.Name);
                break;
            case { ConstantValue.HasValue: true } or IInstanceReferenceOperation or INameOfOperation or ITypeOfOperation:
                break;
            case IInvocationOperation call:
                VisitCall(call, value);
                break;
            case IObjectCreationOperation creation:
                VisitCreation(creation, value);
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: true } element when catalog.Value(element.Property) is { Role: ApiRole.Schema }:
                if (element.Arguments is [{ Value: { Type.SpecialType: SpecialType.System_String } column }])
                    TakeColumn(column, element);
                if (element.Instance is { } holder)
                    Add(value.With(holder));
                break;
            case IMemberReferenceOperation { Instance: { } instance } member when IsRowMember(member.Member, instance):
                if (!_rows.Exists(known => SymbolEqualityComparer.Default.Equals(known.Member, member.Member)))
                    _rows.Add(new RowRead((INamedTypeSymbol)instance.Type!, member.Member, member));
                Add(value.With(instance));
                break;
            case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda }:
                VisitOperands(lambda, value);
                break;
            case IDelegateCreationOperation { Target: IMethodReferenceOperation group }:
                foreach (var returned in definitions.Code.Returns(group.Method, cancellation))
                    Add(new Expression(returned, null));
                break;
            case IAnonymousFunctionOperation function:
                foreach (var operation in function.Body.Descendants())
                    if (operation is IReturnOperation { ReturnedValue: { } returned })
                        Add(value.With(returned));
                break;
            case IConditionalOperation { WhenFalse: { } } or ISwitchExpressionOperation or ICoalesceOperation:
                Children(value);
                break;
            default:
                if (value.Operation is IInvalidOperation)
                    Opaque ??= "the code does not compile here";
                VisitDefinition(value);
                break;
        }
    }

    /// <summary>What a lambda is called with is an operand of the call that is given the lambda, such as the list of ForEach.</summary>
    private void VisitOperands(IMethodSymbol lambda, Expression parameter)
    {
        var function = parameter.Operation.Parent;
        while (function is not null && !(function is IAnonymousFunctionOperation { Symbol: var symbol } && SymbolEqualityComparer.Default.Equals(symbol, lambda)))
            function = function.Parent;
        if (function is not { Parent: IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } given } })
            return;
        if (call.Instance is { } instance)
            Add(parameter.With(instance));
        foreach (var argument in call.Arguments)
            if (argument != given)
                Add(parameter.With(argument.Value));
    }

    private void AddTable(string name)
    {
        if (!_tables.Contains(name))
            _tables.Add(name);
    }

    private void TakeColumn(IOperation name, IOperation at)
    {
        if (name.ConstantValue is { HasValue: true, Value: string known })
            _columns.Add((known, at));
        else
            _notSeen.Add("a column name is computed");
    }

    private void VisitDefinition(Expression value)
    {
        if (value.Operation is ILocalReferenceOperation local)
            VisitAdditions(local, value);
        if (definitions.Of(value, cancellation) is not { } definition)
        {
            Children(value);
            return;
        }

        Opaque ??= definition.Missing;
        if (definition.Missing is { } missing && value.Operation is IParameterReferenceOperation)
            _notSeen.Add(missing);
        if (definition.Values.Count == 0)
            Children(value);
        foreach (var origin in definition.Values)
            Add(origin);
    }

    /// <summary>What is put into the local afterwards: Add, an element, a column.</summary>
    private void VisitAdditions(ILocalReferenceOperation local, Expression value)
    {
        var body = BodyIndex.Of(local);
        foreach (var addition in body.Mutations)
            if (Is(addition.Instance))
                foreach (var argument in addition.Arguments)
                    Add(value.With(argument.Value));
        foreach (var write in body.MemberWrites)
            if (write.Target is IArrayElementReferenceOperation { ArrayReference: var array } && Is(array) || write.Target is IPropertyReferenceOperation { Property: { IsIndexer: true } or { Name: "CommandText" }, Instance: var holder } && Is(holder))
                Add(value.With(write.Value));

        bool Is(IOperation? operation) => operation is ILocalReferenceOperation other && SymbolEqualityComparer.Default.Equals(other.Local, local.Local);
    }

    private void VisitCall(IInvocationOperation call, Expression value)
    {
        var member = catalog.Member(call.TargetMethod);
        switch (member?.Role)
        {
            case ApiRole.DatasetLoader:
                _loads.Add(value);
                return;
            case ApiRole.Schema when call.Instance is { } frame && call.Arguments is [var column]:
                TakeColumn(column.Value, call);
                Add(value.With(frame));
                return;
            case ApiRole.Trainer when call.Instance is { } model:
                VisitModel(value.With(Expression.Unwrap(model)));
                foreach (var argument in call.Arguments)
                    Add(value.With(argument.Value));
                return;
        }

        if (definitions.Of(value, cancellation) is { Values.Count: > 0 } definition)
        {
            foreach (var origin in definition.Values)
                Add(origin);
            return;
        }

        if (call.TargetMethod is { Name: "Set", TypeArguments: [{ } row] } && call.Arguments.IsEmpty)
            AddTable(row.Name);
        if (call.TargetMethod.ContainingType.Name == "Console")
            Opaque ??= "user input";
        else if (!IsOfPlatform(call.TargetMethod.ContainingType))
            Opaque ??= $"what '{call.TargetMethod.Name}' gives";
        if (call.Instance is { } instance)
            Add(value.With(instance));
        foreach (var argument in call.Arguments)
            if (!(IsOnlyAsked(call.TargetMethod) && argument.Parameter?.Type.TypeKind == TypeKind.Delegate))
                Add(value.With(argument.Value));
    }

    private void VisitModel(Expression model)
    {
        if (!_models.Contains(model.Operation))
            _models.Add(model.Operation);
        if (definitions.Of(model, cancellation) is { } definition)
            foreach (var made in definition.Values)
                if (!_models.Contains(made.Operation))
                    _models.Add(made.Operation);
    }

    private void VisitCreation(IObjectCreationOperation creation, Expression value)
    {
        if (creation.Type is INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } type)
            foreach (var member in type.GetMembers())
                if (member is IMethodSymbol { OverriddenMethod: { } overridden } and IMethodSymbol source && catalog.Member(overridden) is { Role: ApiRole.RowSource })
                    foreach (var returned in definitions.Code.Returns(source, cancellation))
                        Add(new Expression(returned, null));
        foreach (var argument in creation.Arguments)
            Add(value.With(argument.Value));
        if (creation.Initializer is not { } initializer)
            return;
        foreach (var setting in initializer.Initializers)
        {
            if (setting is IInvocationOperation add)
                foreach (var argument in add.Arguments)
                    Add(value.With(argument.Value));
            else
                Add(value.With(setting));
        }
    }

    private void Children(Expression value)
    {
        foreach (var child in value.Operation.ChildOperations)
            Add(value.With(child));
    }

    private void Add(Expression value)
    {
        value = value.Unwrapped;
        if (_seen.Add((value.Operation, value.Frame)))
            _next.Enqueue(value);
    }

    /// <summary>A condition or an order decides which rows come, not what they hold.</summary>
    private static bool IsOnlyAsked(IMethodSymbol method) => method.ContainingType.Name is "Enumerable" or "Queryable" or "List" or "Array"
        && method.Name is "Where" or "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "First" or "FirstOrDefault" or "Single" or "SingleOrDefault"
            or "Last" or "LastOrDefault" or "SkipWhile" or "TakeWhile" or "DistinctBy" or "Sort" or "Find" or "FindAll";

    /// <summary>What the platform computes is computed from what it is given.</summary>
    private static bool IsOfPlatform(INamedTypeSymbol type)
    {
        var home = type.ContainingNamespace;
        while (home is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            home = home.ContainingNamespace;
        return home?.Name == "System";
    }

    /// <summary>A data member of an ordinary class: not one of the platform's or a library's own.</summary>
    private static bool IsRowMember(ISymbol member, IOperation instance)
    {
        if (instance is IInstanceReferenceOperation || instance.Type is not INamedTypeSymbol { IsTupleType: false, IsAnonymousType: false, SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct } type)
            return false;
        if (member is not (IPropertySymbol { IsIndexer: false, IsStatic: false, SetMethod: not null } or IFieldSymbol { IsStatic: false }) || member.DeclaredAccessibility != Accessibility.Public)
            return false;
        var home = type.ContainingNamespace;
        while (home is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            home = home.ContainingNamespace;
        return type.DeclaringSyntaxReferences.Length > 0 || home?.Name is not ("System" or "Microsoft" or "TorchSharp" or "Accord" or "OpenAI" or "Azure");
    }
}

/// <summary>A member of a row that is read.</summary>
/// <param name="RowType">The type of the row.</param>
/// <param name="Member">The property or field.</param>
/// <param name="At">Where it is read.</param>
internal sealed record RowRead(INamedTypeSymbol RowType, ISymbol Member, IOperation At);
