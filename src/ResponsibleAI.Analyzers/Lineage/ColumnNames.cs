using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>Reads column names and lists of them out of arguments.</summary>
internal sealed class ColumnNames(Definitions definitions, TextResolver texts, Lists lists)
{
    private const int DeepestQuery = 8;

    /// <summary>The one name; null with a reason when it is not known.</summary>
    public string? One(Expression name, out string? missing, CancellationToken cancellation)
    {
        var text = texts.ResolveOne(name, cancellation);
        missing = text.Value is null ? $"a column name is not known: {text.Reason}" : null;
        return text.Value;
    }

    /// <summary>The names of a list; with AllExcept, every column but those.</summary>
    public NameList Many(Expression names, CancellationToken cancellation)
    {
        if (AllExcept(names.Unwrapped, 0, cancellation) is { } except)
            return except;

        var list = lists.Elements(names, cancellation);
        var known = new List<string>();
        var missing = list.Missing;
        foreach (var element in list.Elements)
        {
            foreach (var text in texts.Resolve(element, cancellation))
            {
                if (text.Value is { } value)
                    known.Add(value);
                else
                    missing ??= text.Reason;
            }
        }

        return new NameList(known, false, missing is null ? null : $"column names are not known: {missing}");
    }

    /// <summary>Pairs of output and input column.</summary>
    public List<(string Output, string Input)> Pairs(Expression pairs, out string? missing, CancellationToken cancellation)
    {
        var list = lists.Elements(pairs, cancellation);
        var known = new List<(string, string)>();
        missing = list.Missing;
        foreach (var element in list.Elements)
        {
            if (element.Operation is not IObjectCreationOperation creation || RowSchemas.Named(creation, "outputColumnName", "OutputColumnName") is not { } outputName)
            {
                missing ??= "column pairs are computed";
                continue;
            }

            var output = One(element.With(outputName), out var reason, cancellation);
            var input = output;
            if (reason is null && RowSchemas.Named(creation, "inputColumnName", "InputColumnName") is { } inputName && inputName.ConstantValue is not { HasValue: true, Value: null })
                input = One(element.With(inputName), out reason, cancellation);
            if (output is not null && input is not null)
                known.Add((output, input));
            missing ??= reason;
        }

        return known;
    }

    /// <summary>A query over the schema: data.Schema.Select(column => column.Name).Where(name => name != "Label").</summary>
    private NameList? AllExcept(Expression query, int depth, CancellationToken cancellation)
    {
        if (depth > DeepestQuery)
            return null;
        if (query.Operation is IPropertyReferenceOperation { Property: { Name: "Schema", ContainingType.Name: "IDataView" } })
            return new NameList([], true, null);
        if (query.Operation is IInvocationOperation { TargetMethod.ContainingType.Name: "Enumerable", Arguments: [var source, ..] } call)
        {
            if (AllExcept(query.With(Expression.Unwrap(source.Value)), depth + 1, cancellation) is not { } names)
                return null;
            return call.TargetMethod.Name switch
            {
                "Select" or "ToArray" or "ToList" or "Distinct" or "AsEnumerable" => names,
                "Where" => Without(names, call, query.Frame, cancellation),
                _ => names with { Missing = $"the columns are chosen by '{call.TargetMethod.Name}'" },
            };
        }

        if (query.Operation is ILocalReferenceOperation or IFieldReferenceOperation
            && definitions.Of(query, cancellation) is { Values: [var only], Missing: null })
            return AllExcept(only, depth + 1, cancellation);
        return null;
    }

    private NameList Without(NameList names, IInvocationOperation where, Frame? frame, CancellationToken cancellation)
    {
        var excepted = new List<string>(names.Names);
        var missing = names.Missing;
        foreach (var operation in where.Arguments[1].Value.Descendants())
        {
            if (operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } comparison)
            {
                var side = comparison.RightOperand.ConstantValue.HasValue ? comparison.RightOperand : comparison.LeftOperand;
                if (texts.ResolveOne(new Expression(Expression.Unwrap(side), frame), cancellation).Value is { } name)
                    excepted.Add(name);
                else
                    missing ??= "the columns are chosen by a condition";
            }
            else if (operation is IBinaryOperation { OperatorKind: not (BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And) } or IInvocationOperation)
            {
                missing ??= "the columns are chosen by a condition";
            }
        }

        return new NameList(excepted, true, missing);
    }
}

/// <summary>Column names.</summary>
/// <param name="Names">The names.</param>
/// <param name="AllExcept">The list is every column there is, without these names.</param>
/// <param name="Missing">Why there may be others; null when there are none.</param>
internal sealed record NameList(IReadOnlyList<string> Names, bool AllExcept, string? Missing);
