using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>Reads LINQ over the columns of a schema or the members of a type: what it keeps, and what it makes of each name.</summary>
internal sealed class NameQueries(ColumnNames names, Definitions definitions, TextResolver texts)
{
    private const int DeepestQuery = 16;

    /// <summary>The query; null when the expression is none.</summary>
    public NameQuery? Of(Expression expression, CancellationToken cancellation) => Of(expression.Unwrapped, 0, cancellation);

    private NameQuery? Of(Expression expression, int depth, CancellationToken cancellation)
    {
        if (depth > DeepestQuery)
            return null;
        switch (expression.Operation)
        {
            case IPropertyReferenceOperation { Property: { Name: "Schema", ContainingType.Name: "IDataView" } }:
                return NameQuery.AllColumns;
            case IInvocationOperation { TargetMethod: { Name: "GetProperties" or "GetFields" or "GetMembers", ContainingType: { Name: "Type", ContainingNamespace.Name: "System" } }, Instance: { } reflected } reflection:
                return TypeOf(expression.With(reflected).Unwrapped, 0, cancellation) is { } type ? NameQuery.Of(MembersOf(type, reflection.TargetMethod.Name)) : null;
            case IInvocationOperation { TargetMethod.ContainingType.Name: "Enumerable" or "Queryable", Arguments: [var source, ..] } call:
                return Of(expression.With(source.Value).Unwrapped, depth + 1, cancellation) is { } query ? Then(query, call, expression.Frame, cancellation) : null;
            case IInvocationOperation { TargetMethod: { Name: "ToArray" or "ToList", DeclaringSyntaxReferences.IsEmpty: true }, Instance: { } copied }:
                return Of(expression.With(copied).Unwrapped, depth + 1, cancellation);
            case ILocalReferenceOperation or IFieldReferenceOperation or IParameterReferenceOperation or IPropertyReferenceOperation or IInvocationOperation
                when definitions.Of(expression, cancellation) is { Values: [var only], Missing: null } && Of(only.Unwrapped, depth + 1, cancellation) is { } held:
                return expression.Operation is ILocalReferenceOperation local ? Without(held, local, expression.Frame, cancellation) : held;
            default:
                return null;
        }
    }

    private NameQuery Then(NameQuery query, IInvocationOperation call, Frame? frame, CancellationToken cancellation)
    {
        switch (call.TargetMethod.Name)
        {
            case "AsEnumerable" or "AsQueryable" or "ToArray" or "ToList" or "ToHashSet" or "Distinct" or "Cast" or "OfType" or "Reverse" or "OrderBy" or "OrderByDescending" or "ThenBy":
                return query;
            case "Where" when Lambda(call.Arguments[1]) is var (parameter, condition):
                return query.Where(item => Holds(new Expression(condition, frame), parameter, item, cancellation));
            case "Select" when Lambda(call.Arguments[1]) is var (parameter, result):
                return query.Select(item => Text(new Expression(result, frame).Unwrapped, parameter, item, cancellation));
            case "Except" when names.Many(new Expression(call.Arguments[1].Value, frame), cancellation) is { Choice: null } except:
                return query.Where(item => except.Names.Contains(item.Name) ? false : except.Missing is null ? true : null);
            case "Concat" or "Union" when query.Items is not null && names.Many(new Expression(call.Arguments[1].Value, frame), cancellation) is { Choice: null } more:
                return query.And(more.Names, more.Missing);
            case "Append" or "Prepend" when query.Items is not null && names.One(new Expression(call.Arguments[1].Value, frame).Unwrapped, out _, cancellation) is { } one:
                return query.And([one], null);
            default:
                return query.Where(static _ => null);
        }
    }

    /// <summary>Queries for the outputs and inputs of column pairs that are made of names; null when the expression makes none.</summary>
    public (NameQuery Outputs, NameQuery Inputs)? Pairs(Expression pairs, CancellationToken cancellation)
    {
        pairs = pairs.Unwrapped;
        for (var depth = 0; depth < DeepestQuery; depth++)
        {
            if (pairs.Operation is IInvocationOperation { TargetMethod: { Name: "ToArray" or "ToList", DeclaringSyntaxReferences.IsEmpty: true } } copy)
            {
                pairs = pairs.With(copy.Instance ?? copy.Arguments[0].Value).Unwrapped;
                continue;
            }

            if (pairs.Operation is IInvocationOperation { TargetMethod: { Name: "Select", ContainingType.Name: "Enumerable" }, Arguments: [var source, var selector] })
            {
                if (Lambda(selector) is not (var parameter, var made) || Expression.Unwrap(made) is not IObjectCreationOperation { Type.Name: "InputOutputColumnPair" } pair
                    || RowSchemas.Named(pair, "outputColumnName", "OutputColumnName") is not { } output || Of(pairs.With(source.Value), cancellation) is not { } query)
                    return null;
                var input = RowSchemas.Named(pair, "inputColumnName", "InputColumnName") is { ConstantValue: not { HasValue: true, Value: null } } named ? named : output;
                var frame = pairs.Frame;
                return (query.Select(item => Text(new Expression(output, frame).Unwrapped, parameter, item, cancellation)), query.Select(item => Text(new Expression(input, frame).Unwrapped, parameter, item, cancellation)));
            }

            if (definitions.Of(pairs, cancellation) is not { Values: [var only], Missing: null })
                return null;
            pairs = only.Unwrapped;
        }

        return null;
    }

    /// <summary>What is removed from the list that a local holds.</summary>
    private NameQuery Without(NameQuery query, ILocalReferenceOperation local, Frame? frame, CancellationToken cancellation)
    {
        foreach (var removal in BodyIndex.Of(local).Removals)
        {
            if (removal.Instance is not ILocalReferenceOperation target || !SymbolEqualityComparer.Default.Equals(target.Local, local.Local) || removal.Arguments.Length != 1)
                continue;
            query = names.One(new Expression(removal.Arguments[0].Value, frame).Unwrapped, out _, cancellation) is { } name
                ? query.Where(item => item.Name != name)
                : query.Where(static _ => null);
        }

        return query;
    }

    /// <summary>Whether a condition on an item holds; null when that cannot be told.</summary>
    private bool? Holds(Expression condition, IParameterSymbol parameter, NameItem item, CancellationToken cancellation)
    {
        switch (Expression.Unwrap(condition.Operation))
        {
            case { ConstantValue: { HasValue: true, Value: bool constant } }:
                return constant;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return !Of(not.Operand);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } both:
                return Of(both.LeftOperand) is var left && Of(both.RightOperand) is var right && (left == false || right == false) ? false : left is null || right is null ? null : true;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } either:
                return Of(either.LeftOperand) is var one && Of(either.RightOperand) is var other && (one == true || other == true) ? true : one is null || other is null ? null : false;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } same:
                return Same(same.LeftOperand, same.RightOperand, StringComparison.Ordinal);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } different:
                return !Same(different.LeftOperand, different.RightOperand, StringComparison.Ordinal);
            case IIsPatternOperation pattern when Value(pattern.Value) is { } value:
                return Matches(pattern.Pattern, value);
            case IInvocationOperation { TargetMethod.Name: "Equals", Instance: { } instance, Arguments: [var compared, ..] } equals:
                return Same(instance, compared.Value, Comparison(equals));
            case IInvocationOperation { TargetMethod: { Name: "Equals", ContainingType.SpecialType: SpecialType.System_String }, Instance: null, Arguments: [var first, var second, ..] } equals:
                return Same(first.Value, second.Value, Comparison(equals));
            case IInvocationOperation { TargetMethod: { Name: "StartsWith" or "EndsWith" or "Contains", ContainingType.SpecialType: SpecialType.System_String }, Instance: { } whole, Arguments: [var part, ..] } contains:
                return Value(whole) is { } text && Value(part.Value) is { } sought ? contains.TargetMethod.Name switch
                {
                    "StartsWith" => text.StartsWith(sought, Comparison(contains)),
                    "EndsWith" => text.EndsWith(sought, Comparison(contains)),
                    _ => text.IndexOf(sought, Comparison(contains)) >= 0,
                } : null;
            case IInvocationOperation { TargetMethod.Name: "Contains", Instance: { } list, Arguments: [var element, ..] }:
                return IsIn(list, element.Value);
            case IInvocationOperation { TargetMethod.Name: "Contains", Instance: null, Arguments: [var list, var element, ..] }:
                return IsIn(list.Value, element.Value);
            default:
                return null;
        }

        bool? Of(IOperation operation) => Holds(condition.With(operation), parameter, item, cancellation);

        string? Value(IOperation operation) => Text(condition.With(Expression.Unwrap(operation)), parameter, item, cancellation);

        bool? Same(IOperation left, IOperation right, StringComparison comparison)
        {
            if (ValueType(left) is { } type && Expression.Unwrap(right) is ITypeOfOperation asked)
                return SymbolEqualityComparer.Default.Equals(type, asked.TypeOperand);
            return Value(left) is { } one && Value(right) is { } other ? string.Equals(one, other, comparison) : null;
        }

        ITypeSymbol? ValueType(IOperation operation) => Expression.Unwrap(operation) is IPropertyReferenceOperation { Property.Name: "PropertyType" or "FieldType", Instance: IParameterReferenceOperation of }
            && SymbolEqualityComparer.Default.Equals(of.Parameter, parameter)
            ? item.Member switch { IPropertySymbol property => property.Type, IFieldSymbol field => field.Type, _ => null }
            : null;

        bool? IsIn(IOperation list, IOperation element)
        {
            while (list is IConversionOperation conversion)
                list = conversion.Operand;
            if (Value(element) is not { } name || names.Many(condition.With(list), cancellation) is not { Choice: null } known)
                return null;
            return known.Names.Contains(name) ? true : known.Missing is null ? false : null;
        }
    }

    private static bool? Matches(IPatternOperation pattern, string value) => pattern switch
    {
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var constant } } => constant is string text ? text == value : constant is null ? false : null,
        INegatedPatternOperation not => !Matches(not.Pattern, value),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Matches(either.LeftPattern, value) is var left && Matches(either.RightPattern, value) is var right && (left == true || right == true) ? true : left is null || right is null ? null : false,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => Matches(both.LeftPattern, value) is var left && Matches(both.RightPattern, value) is var right && (left == false || right == false) ? false : left is null || right is null ? null : true,
        _ => null,
    };

    private static StringComparison Comparison(IInvocationOperation call) =>
        call.Arguments.Any(static argument => argument.Value is IFieldReferenceOperation { Field.Name: var name } && name.EndsWith("IgnoreCase", StringComparison.Ordinal)) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>The text that an expression makes of an item: its name, or one built with it; null when that cannot be told.</summary>
    private string? Text(Expression text, IParameterSymbol parameter, NameItem item, CancellationToken cancellation)
    {
        switch (text.Operation)
        {
            case IParameterReferenceOperation reference when SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter):
            case IPropertyReferenceOperation { Property.Name: "Name", Instance: IParameterReferenceOperation of } when SymbolEqualityComparer.Default.Equals(of.Parameter, parameter):
                return item.Name;
            case IPropertyReferenceOperation { Instance: IParameterReferenceOperation of } when SymbolEqualityComparer.Default.Equals(of.Parameter, parameter):
                return null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return Part(sum.LeftOperand) is { } left && Part(sum.RightOperand) is { } right ? left + right : null;
            case IInterpolatedStringOperation interpolated:
                var whole = "";
                foreach (var part in interpolated.Parts)
                {
                    if (Part(part switch { IInterpolatedStringTextOperation written => written.Text, IInterpolationOperation hole => hole.Expression, _ => part }) is not { } next)
                        return null;
                    whole += next;
                }

                return whole;
            default:
                return texts.ResolveOne(text, cancellation).Value;
        }

        string? Part(IOperation operation) => Text(text.With(Expression.Unwrap(operation)), parameter, item, cancellation);
    }

    /// <summary>The type that typeof, GetType or a parameter stands for.</summary>
    private INamedTypeSymbol? TypeOf(Expression expression, int depth, CancellationToken cancellation)
    {
        if (depth > DeepestQuery)
            return null;
        switch (expression.Operation)
        {
            case ITypeOfOperation { TypeOperand: INamedTypeSymbol type }:
                return type;
            case ITypeOfOperation { TypeOperand: ITypeParameterSymbol parameter }:
                return TypeArguments.In(parameter, expression.Frame);
            case IInvocationOperation { TargetMethod: { Name: "GetType", Parameters.IsEmpty: true }, Instance: { } instance }:
                return Expression.Unwrap(instance).Type is ITypeParameterSymbol generic ? TypeArguments.In(generic, expression.Frame) : Expression.Unwrap(instance).Type as INamedTypeSymbol;
            default:
                return definitions.Of(expression, cancellation) is { Values: [var only], Missing: null } ? TypeOf(only.Unwrapped, depth + 1, cancellation) : null;
        }
    }

    private static List<NameItem> MembersOf(INamedTypeSymbol type, string what)
    {
        var items = new List<NameItem>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (INamedTypeSymbol? declaring = type; declaring is not null && declaring.SpecialType != SpecialType.System_Object; declaring = declaring.BaseType)
            foreach (var member in declaring.GetMembers())
                if (member is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsImplicitlyDeclared: false } and (IPropertySymbol { IsIndexer: false } or IFieldSymbol)
                    && (member is IPropertySymbol ? what != "GetFields" : what != "GetProperties") && seen.Add(member.Name))
                    items.Add(new NameItem(member.Name, member));
        return items;
    }

    private static (IParameterSymbol Parameter, IOperation Value)? Lambda(IArgumentOperation argument)
    {
        var function = Expression.Unwrap(argument.Value) switch
        {
            IDelegateCreationOperation { Target: IAnonymousFunctionOperation target } => target,
            IAnonymousFunctionOperation target => target,
            _ => null,
        };
        return function is { Symbol.Parameters: [var parameter, ..], Body.Operations: [IReturnOperation { ReturnedValue: { } value }] } ? (parameter, value) : null;
    }
}

/// <summary>A column, or a member of a type, in a query.</summary>
/// <param name="Name">Its name as the query has it now.</param>
/// <param name="Member">Null when it is a column.</param>
internal readonly record struct NameItem(string Name, ISymbol? Member);

/// <summary>A query over names.</summary>
/// <param name="Items">What it starts from; null for all columns there are.</param>
/// <param name="Choose">Whether an item is kept, which is null when that cannot be told, and what it becomes, which is null when that cannot be told.</param>
/// <param name="Missing">Why there may be other names; null when there are none.</param>
internal sealed record NameQuery(IReadOnlyList<NameItem>? Items, Func<NameItem, (bool? IsKept, string? Name)> Choose, string? Missing)
{
    public static NameQuery AllColumns { get; } = new(null, static item => (true, item.Name), null);

    public static NameQuery Of(IReadOnlyList<NameItem> items) => AllColumns with { Items = items };

    public NameQuery Where(Func<NameItem, bool?> condition) => this with
    {
        Choose = item => Choose(item) is var (kept, name) && kept != false && name is not null ? (condition(item with { Name = name }) is var holds && holds == true ? kept : holds, name) : (kept, name),
    };

    public NameQuery Select(Func<NameItem, string?> change) => this with
    {
        Choose = item => Choose(item) is var (kept, name) && kept != false && name is not null ? (kept, change(item with { Name = name })) : (kept, name),
    };

    /// <summary>With names that do not go through what was asked before.</summary>
    public NameQuery And(IReadOnlyList<string> names, string? missing)
    {
        var chosen = Names(out var own);
        return Of([.. chosen.Concat(names).Distinct().Select(static name => new NameItem(name, null))]) with { Missing = Missing ?? own ?? missing };
    }

    /// <summary>The names it gives, when it starts from known items.</summary>
    public List<string> Names(out string? missing)
    {
        var chosen = new List<string>();
        missing = Missing;
        foreach (var item in Items ?? [])
            if (Take(item) is { } name)
                chosen.Add(name);
            else if (Choose(item) is { IsKept: not false })
                missing ??= "the columns are computed";
        foreach (var item in Items ?? [])
            if (Choose(item).IsKept is null)
                missing ??= "the columns are chosen by a condition";
        return chosen;
    }

    /// <summary>What an item becomes; null when it is left out or what it becomes cannot be told.</summary>
    public string? Take(NameItem item) => Choose(item) is { IsKept: not false, Name: { } name } ? name : null;
}
