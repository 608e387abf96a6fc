using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
    private const int MostModels = 100;

    private readonly HashSet<Expression> _seen = [];
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

    /// <summary>Where the first of the tables and queries is named; null when there is none.</summary>
    public IOperation? StoredAt { get; private set; }

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
                {
                    _queries.Add(text);
                    StoredAt ??= value.Operation;
                }

                break;
            case IMemberReferenceOperation { Type.Name: "DbSet" or "IDbSet" or "ObjectSet" or "IMongoCollection" } table:
                // A field holds the set of a context under a name of its own.
                if (table.Member is IPropertySymbol)
                    AddTable(table.Member.Name, table);
                else if (definitions.Of(value, cancellation) is { Values: [{ Operation: var got }] } && CollectionOf(got) is { } collection)
                    AddTable(collection, got);
                else if (table.Type is INamedTypeSymbol { TypeArguments: [INamedTypeSymbol entity] })
                    AddTable(entity.Name, table);
                else
                    _notSeen.Add($"of which table '{table.Member.Name}' is");
                break;
            case { ConstantValue.HasValue: true } or IInstanceReferenceOperation or INameOfOperation or ITypeOfOperation:
                break;
            case IInvocationOperation or IInvalidOperation when CollectionOf(value.Operation) is { } collection:
                AddTable(collection, value.Operation);
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
            case IInvalidOperation { Syntax: ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: string cell } }] } } element:
                // reader["Age"], of a reader whose package is not in sight
                _columns.Add((cell, element));
                Children(value);
                break;
            case IMemberReferenceOperation { Instance: { } instance } member when IsRowMember(member.Member, instance):
                if (!_rows.Exists(known => SymbolEqualityComparer.Default.Equals(known.Member, member.Member)))
                    _rows.Add(new RowRead((INamedTypeSymbol)instance.Type!, member.Member, member));
                Add(value.With(instance));
                break;
            case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda } parameter:
                if (CallWith(lambda, parameter) is { } around)
                    Operands(around, value);
                break;
            case IDelegateCreationOperation or IAnonymousFunctionOperation when definitions.Code.ReturnsOf(value, cancellation) is { } returned:
                foreach (var result in returned)
                    Add(result);
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

    /// <summary>The name in database.GetCollection&lt;row&gt;("name"), as document databases have it.</summary>
    private static string? CollectionOf(IOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.ValueText: "GetCollection" } }, ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: string name } }] } ? name : null;

    private void AddTable(string name, IOperation at)
    {
        if (_tables.Contains(name))
            return;
        _tables.Add(name);
        StoredAt ??= at;
    }

    private void TakeColumn(IOperation name, IOperation at)
    {
        if (name.ConstantValue is { HasValue: true, Value: string known })
            _columns.Add((known, at));
        else
            _notSeen.Add("a column name is computed");
    }

    /// <summary>A name, or an array of names that is written out.</summary>
    private void TakeColumns(Expression names, IOperation at)
    {
        if (names.Operation is IArrayCreationOperation { Initializer: { } written })
            foreach (var name in written.ElementValues)
                TakeColumn(name, at);
        else if (names.Operation.Type?.SpecialType == SpecialType.System_String)
            TakeColumn(names.Operation, at);
        else if (definitions.Of(names, cancellation) is { Values: [{ Operation: IArrayCreationOperation } array] })
            TakeColumns(array, at);
        else
            _notSeen.Add("a column name is computed");
    }

    private void VisitDefinition(Expression value)
    {
        if (value.Operation is ILocalReferenceOperation local)
            foreach (var put in Contents.Of(local))
            {
                Add(value.With(put));
                AddWalked(value.With(put));
            }

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

    /// <summary>What is made for each element of something comes from it, also when it holds only a number in order or another encoding.</summary>
    private void AddWalked(Expression put)
    {
        for (var around = put.Operation.Parent; around is not null; around = around.Parent)
            if (around is IForEachLoopOperation { Collection: var walked })
                Add(put.With(walked));
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
            case ApiRole.Schema when call is { Instance: null, Arguments: [var table, ..] }:
                foreach (var asked in call.Arguments.Skip(1))
                    TakeColumns(value.With(asked.Value).Unwrapped, call);
                Add(value.With(table.Value));
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
            AddTable(row.Name, call);
        if (call.TargetMethod.ContainingType.Name == "Console")
            Opaque ??= "user input";
        else if (!IsOfPlatform(call.TargetMethod.ContainingType))
            Opaque ??= $"what '{call.TargetMethod.Name}' gives";
        Operands(call, value);
    }

    private void Operands(IInvocationOperation call, Expression value)
    {
        if (call.Instance is { } instance)
            Add(value.With(instance));
        foreach (var argument in call.Arguments)
            if (!(IsOnlyAsked(call.TargetMethod) && argument.Parameter?.Type.TypeKind == TypeKind.Delegate))
                Add(value.With(argument.Value));
    }

    /// <summary>Back to where the network is made: through locals, parameters of functions that train it, and calls such as to(device) that give it back.</summary>
    private void VisitModel(Expression model)
    {
        var open = new Queue<Expression>([model]);
        while (open.Count > 0 && _models.Count < MostModels)
        {
            var at = open.Dequeue().Unwrapped;
            if (_models.Contains(at.Operation))
                continue;
            _models.Add(at.Operation);
            if (at.Operation is IInstanceReferenceOperation { Type: INamedTypeSymbol network })
                foreach (var made in definitions.Code.Made(network, cancellation))
                    open.Enqueue(new Expression(made, null));
            else if (at.Operation is IInvocationOperation { TargetMethod: { IsExtensionMethod: true, DeclaringSyntaxReferences.IsEmpty: true }, Arguments: [var given, ..] })
                open.Enqueue(at.With(given.Value));
            else if (definitions.Of(at, cancellation) is { } definition)
                foreach (var made in definition.Values)
                    open.Enqueue(made);
        }
    }

    private void VisitCreation(IObjectCreationOperation creation, Expression value)
    {
        if (creation.Type is INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } type)
            foreach (var member in type.GetMembers())
                if (member is IMethodSymbol { OverriddenMethod: { } overridden } and IMethodSymbol source && catalog.Member(overridden) is { Role: ApiRole.RowSource })
                    foreach (var returned in definitions.Code.Returns(source, cancellation))
                        Add(new Expression(returned, null));
        foreach (var put in Contents.Of(creation))
            Add(value.With(put));
    }

    /// <summary>The call that is given the lambda: what the lambda is called with is an operand of it.</summary>
    private static IInvocationOperation? CallWith(IMethodSymbol lambda, IOperation inside)
    {
        var function = inside.Parent;
        while (function is not null && !(function is IAnonymousFunctionOperation { Symbol: var symbol } && SymbolEqualityComparer.Default.Equals(symbol, lambda)))
            function = function.Parent;
        return function?.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } } ? call : null;
    }

    private void Children(Expression value)
    {
        foreach (var child in value.Operation.ChildOperations)
            Add(value.With(child));
    }

    private void Add(Expression value)
    {
        value = value.Unwrapped;
        if (_seen.Add(value))
            _next.Enqueue(value);
    }

    /// <summary>A condition or an order decides which rows come, not what they hold.</summary>
    private static bool IsOnlyAsked(IMethodSymbol method) => method.ContainingType.Name is "Enumerable" or "Queryable" or "List" or "Array"
        && method.Name is "Where" or "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "First" or "FirstOrDefault" or "Single" or "SingleOrDefault"
            or "Last" or "LastOrDefault" or "SkipWhile" or "TakeWhile" or "DistinctBy" or "Sort" or "Find" or "FindAll";

    /// <summary>What the platform computes is computed from what it is given.</summary>
    private static bool IsOfPlatform(INamedTypeSymbol type) => Namespaces.RootOf(type) == "System";

    /// <summary>A data member of an ordinary class: not one of the platform's or a library's own.</summary>
    private static bool IsRowMember(ISymbol member, IOperation instance)
    {
        if (instance is IInstanceReferenceOperation || instance.Type is not INamedTypeSymbol { IsTupleType: false, IsAnonymousType: false, SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct } type)
            return false;
        if (member is not (IPropertySymbol { IsIndexer: false, IsStatic: false, SetMethod: not null } or IFieldSymbol { IsStatic: false }) || member.DeclaredAccessibility != Accessibility.Public)
            return false;
        return type.DeclaringSyntaxReferences.Length > 0 || Namespaces.RootOf(type) is not ("System" or "Microsoft" or "TorchSharp" or "Accord" or "OpenAI" or "Azure");
    }
}

/// <summary>A member of a row that is read.</summary>
/// <param name="RowType">The type of the row.</param>
/// <param name="Member">The property or field.</param>
/// <param name="At">Where it is read.</param>
internal sealed record RowRead(INamedTypeSymbol RowType, ISymbol Member, IOperation At);
