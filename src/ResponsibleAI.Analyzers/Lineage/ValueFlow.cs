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

    private readonly Lists _lists = new(definitions);
    private readonly TableNames _tableNames = new(definitions, cancellation);
    private bool _readsFiles;
    private readonly HashSet<Expression> _seen = [];
    private readonly Queue<Expression> _next = new();
    private readonly HashSet<string> _notSeen = new(StringComparer.Ordinal);
    private readonly List<RowRead> _rows = [];
    private readonly List<(string Name, IOperation At)> _columns = [];
    private readonly List<Expression> _files = [];
    private readonly List<Expression> _loads = [];
    private readonly List<IOperation> _models = [];
    private readonly List<IInvocationOperation> _choices = [];
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

    /// <summary>Calls that choose or group rows, Where and GroupBy.</summary>
    public IReadOnlyList<IInvocationOperation> Choices => _choices;

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

    /// <summary>Keeps the model that a call trains in place: the call names it, or names what was made with it.</summary>
    public void FromModel(Expression model) => VisitModel(model);

    /// <summary>Starts from a learner that was handed its data before: by its constructor, or by calls such as learner.LoadData(path).</summary>
    public void FromHolder(Expression learner)
    {
        _readsFiles = true;
        if (Held(learner.Operation) is not { } holder || Containers.Of(learner.Operation, cancellation) is not { } member)
            return;
        foreach (var declaration in holder is ILocalSymbol ? member.DeclaringSyntaxReferences : Containers.Outermost(member).DeclaringSyntaxReferences)
            foreach (var fed in declaration.GetSyntax(cancellation).DescendantNodes().OfType<InvocationExpressionSyntax>())
                if (fed.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && Feeds(name)
                    && definitions.Code.Operation(fed, cancellation) is IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false }, Instance: { } instance } feeding
                    && SymbolEqualityComparer.Default.Equals(Held(Expression.Unwrap(instance)), holder))
                {
                    foreach (var argument in feeding.Arguments)
                        Add(learner.With(argument.Value));
                    AddFilesIn(feeding.TargetMethod, new Frame(feeding.TargetMethod, feeding, learner.Frame));
                }

        static ISymbol? Held(IOperation operation) => operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IFieldReferenceOperation field => field.Field,
            _ => null,
        };

        static bool Feeds(string name) =>
            name.StartsWith("Load", StringComparison.Ordinal) || name.StartsWith("Read", StringComparison.Ordinal)
            || ((name.StartsWith("Set", StringComparison.Ordinal) || name.StartsWith("Add", StringComparison.Ordinal)) && (name.Contains("Data") || name.Contains("Train")));
    }

    /// <summary>The files that the code of a method, entered by that call, or of a type reads.</summary>
    private void AddFilesIn(ISymbol reader, Frame? entered)
    {
        foreach (var declaration in reader.DeclaringSyntaxReferences)
            foreach (var node in declaration.GetSyntax(cancellation).DescendantNodes())
                if (node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax && definitions.Code.Operation(node, cancellation) is { } operation && FileReads.Path(operation) is not null)
                    Add(new Expression(operation, entered));
    }

    /// <summary>What a class that holds or reads data is named with.</summary>
    private static bool IsOfData(INamedTypeSymbol type) => PersonalData.IdentifierWords.Split(type.Name).Any(static word => word is "csv" or "data" or "dataset" or "loader" or "mnist" or "reader" or "samples");

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

        if (_tableNames.Of(value) is { } table)
        {
            AddTable(table);
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
            case { ConstantValue.HasValue: true } or IInstanceReferenceOperation or INameOfOperation or ITypeOfOperation:
                break;
            case IInvocationOperation call:
                VisitCall(call, value);
                break;
            case IObjectCreationOperation creation:
                VisitCreation(creation, value);
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: true } element when catalog.Value(element.Property) is { Role: ApiRole.Schema }:
                foreach (var asked in element.Arguments)
                    if (IsNames(asked.Value))
                        TakeColumns(value.With(asked.Value).Unwrapped, element);
                if (element.Instance is { } holder)
                    Add(value.With(holder));
                break;
            case IInvalidOperation { Syntax: ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: string cell } }] } } element:
                // reader["Age"], of a reader whose package is not in sight
                _columns.Add((cell, element));
                Children(value);
                break;
            case IMemberReferenceOperation { Instance: { } instance } member when IsRowMember(member.Member, instance) && IsFilledByOwner(member):
                VisitDefinition(value);
                Add(value.With(instance));
                break;
            case IMemberReferenceOperation { Instance: { } instance } member when IsRowMember(member.Member, instance):
                AddRead(member, value.With(instance), member);
                break;
            case IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Type: { IsValueType: true } or { SpecialType: SpecialType.System_String } } own when Owner(value, own.Member) is { } owner && IsRowMember(own.Member, owner.Operation):
                AddRead(own, owner, value.Frame!.Call);
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

    private void AddRead(IMemberReferenceOperation member, Expression row, IOperation at)
    {
        if (!_rows.Exists(known => SymbolEqualityComparer.Default.Equals(known.Member, member.Member)))
            _rows.Add(new RowRead((INamedTypeSymbol)row.Operation.Type!, member.Member, at));
        Add(row);
    }

    /// <summary>What "this" stands for in a member that was entered through it, as log does in log.Duration =&gt; End - Start; null when that is not known.</summary>
    private static Expression? Owner(Expression inside, ISymbol member) => inside.Frame switch
    {
        { Method: var entered } when !SymbolEqualityComparer.Default.Equals(entered.ContainingType, member.ContainingType) => null,
        { Call: IPropertyReferenceOperation { Instance: { } instance }, Caller: var caller } => new Expression(instance, caller).Unwrapped,
        { Method: IMethodSymbol { MethodKind: MethodKind.Ordinary }, Call: IInvocationOperation { Instance: { } instance }, Caller: var caller } => new Expression(instance, caller).Unwrapped,
        _ => null,
    };

    private void AddTable(Table table)
    {
        if (table.Name is not { } name)
        {
            _notSeen.Add("which table is read");
        }
        else if (!_tables.Contains(name))
        {
            _tables.Add(name);
            StoredAt ??= table.At;
        }
    }

    private void TakeColumn(IOperation name, IOperation at)
    {
        if (name.ConstantValue is { HasValue: true, Value: string known })
            _columns.Add((known, at));
        else
            _notSeen.Add("a column name is computed");
    }

    /// <summary>A name, or an array or list of names, as far as its elements are in sight.</summary>
    private void TakeColumns(Expression names, IOperation at)
    {
        if (names.Operation.Type?.SpecialType == SpecialType.System_String)
        {
            TakeColumn(names.Operation, at);
            return;
        }

        var listed = _lists.Elements(names, cancellation);
        foreach (var name in listed.Elements)
            TakeColumn(name.Operation, at);
        if (listed.Missing is not null)
            _notSeen.Add("a column name is computed");
    }

    /// <summary>What may name columns: a text, several texts, or a function that chooses among them.</summary>
    private static bool IsNames(IOperation argument) => Expression.Unwrap(argument).Type is { SpecialType: SpecialType.System_String } or IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String }
        or INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }, ..] };

    private void VisitDefinition(Expression value)
    {
        foreach (var put in Contents.Of(value, definitions.Code, cancellation))
        {
            Add(put);
            AddWalked(put);
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
            case ApiRole.Schema when call.Instance is { } frame:
                foreach (var asked in call.Arguments)
                    if (IsNames(asked.Value))
                        TakeColumns(value.With(asked.Value).Unwrapped, call);
                Add(value.With(frame));
                return;
            case ApiRole.Schema when call is { Instance: null, Arguments: [var table, ..] }:
                foreach (var asked in call.Arguments.Skip(1))
                    if (IsNames(asked.Value))
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

        if (call.TargetMethod is { Name: "Where" or "GroupBy", DeclaringSyntaxReferences.IsEmpty: true })
            _choices.Add(call);
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
            if (at.Operation is IMemberReferenceOperation { Instance: { Type: INamedTypeSymbol whole } holder } && IsNetwork(whole))
                open.Enqueue(at.With(holder)); // who trains a part of a network trains the network
            if (at.Operation is IInstanceReferenceOperation { Type: INamedTypeSymbol network })
                foreach (var made in definitions.Code.Made(network, cancellation))
                    open.Enqueue(new Expression(made, null));
            else if (at.Operation is IObjectCreationOperation { Type.DeclaringSyntaxReferences.IsEmpty: true } or IInvocationOperation { TargetMethod: { IsStatic: true, IsExtensionMethod: false, DeclaringSyntaxReferences.IsEmpty: true } })
                foreach (var held in Held(at.Operation))
                    open.Enqueue(at.With(held));
            else if (at.Operation is IInvocationOperation { TargetMethod: { IsExtensionMethod: true, DeclaringSyntaxReferences.IsEmpty: true }, Arguments: [var given, ..] })
                open.Enqueue(at.With(given.Value));
            else if (definitions.Of(at, cancellation) is { } definition)
                foreach (var made in definition.Values)
                    open.Enqueue(made);
        }
    }

    /// <summary>What is made to train holds the network that it trains.</summary>
    private static IEnumerable<IOperation> Held(IOperation made) =>
        (made is IObjectCreationOperation creation ? creation.Arguments : ((IInvocationOperation)made).Arguments)
        .Select(static argument => argument.Value).Where(static value => Expression.Unwrap(value).Type is INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } type && !IsOfPlatform(type));

    private void VisitCreation(IObjectCreationOperation creation, Expression value)
    {
        if (creation.Type is INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } type)
            foreach (var member in type.GetMembers())
                if (member is IMethodSymbol source && (source.OverriddenMethod is { } overridden ? catalog.Member(overridden) is { Role: ApiRole.RowSource } : source is { Name: "GetEnumerator", Parameters.IsEmpty: true }))
                    foreach (var returned in definitions.Code.Returns(source, cancellation))
                        Add(new Expression(returned, null));
        if (_readsFiles && creation.Type is INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } holder && IsOfData(holder))
            AddFilesIn(holder, entered: null);
        var isTrainer = creation.Type is INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: true } made && catalog.IsTrainedInPlace(made);
        foreach (var put in Contents.Of(creation))
            if (!(isTrainer && IsSetting(put)))
                Add(value.With(put));
    }

    /// <summary>A rate, a number of steps, a name: how to train, not what with.</summary>
    private static bool IsSetting(IOperation given) => Expression.Unwrap(given).Type is { SpecialType: not SpecialType.None } or { TypeKind: TypeKind.Enum };

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
    private static bool IsOnlyAsked(IMethodSymbol method) => method.ContainingType.Name is "Enumerable" or "Queryable" or "List" or "Array" or "FrameExtensions" or "Series"
        && method.Name is "Where" or "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "First" or "FirstOrDefault" or "Single" or "SingleOrDefault"
            or "Last" or "LastOrDefault" or "SkipWhile" or "TakeWhile" or "DistinctBy" or "Sort" or "Find" or "FindAll";

    /// <summary>Whether the type is a network of the program's own, made of the modules of a library.</summary>
    public static bool IsNetwork(INamedTypeSymbol type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
            if (Namespaces.RootOf(at) is "TorchSharp" or "Keras" or "Tensorflow")
                return true;
        return false;
    }

    /// <summary>What the platform computes is computed from what it is given.</summary>
    private static bool IsOfPlatform(INamedTypeSymbol type) => Namespaces.RootOf(type) == "System";

    /// <summary>Numbers that the object which holds them reads or makes itself, such as a set of data: they are no column of a row.</summary>
    private bool IsFilledByOwner(IMemberReferenceOperation member) =>
        member.Type is IArrayTypeSymbol or INamedTypeSymbol { Name: "List", Arity: 1 } && member.Member.ContainingType is { DeclaringSyntaxReferences.IsEmpty: false } owner
        && definitions.Of(new Expression(member, null), cancellation) is { Values: { Count: > 0 } values }
        && values.All(written => owner.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == written.Operation.Syntax.SyntaxTree && declaration.Span.Contains(written.Operation.Syntax.Span)));

    /// <summary>A data member of an ordinary class: not one of the platform's or a library's own.</summary>
    private static bool IsRowMember(ISymbol member, IOperation instance)
    {
        if (instance is IInstanceReferenceOperation || instance.Type is not INamedTypeSymbol { IsTupleType: false, IsAnonymousType: false, SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct } type)
            return false;
        if (member is not (IPropertySymbol { IsIndexer: false, IsStatic: false, SetMethod: not null } or IFieldSymbol { IsStatic: false }) || member.DeclaredAccessibility != Accessibility.Public)
            return false;
        return type.DeclaringSyntaxReferences.Length > 0 || Namespaces.RootOf(type) is not ("System" or "Microsoft" or "TorchSharp" or "Accord" or "OpenAI" or "Azure" or "AForge" or "CNTK" or "Deedle" or "Encog" or "Keras" or "Numpy" or "SharpLearning" or "Tensorflow");
    }
}

/// <summary>A member of a row that is read.</summary>
/// <param name="RowType">The type of the row.</param>
/// <param name="Member">The property or field.</param>
/// <param name="At">Where it is read; of what a member of the row computes, where that member is read.</param>
internal sealed record RowRead(INamedTypeSymbol RowType, ISymbol Member, IOperation At);
