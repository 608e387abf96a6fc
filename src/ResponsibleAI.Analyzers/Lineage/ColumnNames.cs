using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>Reads column names and lists of them out of arguments.</summary>
internal sealed class ColumnNames
{
    private readonly TextResolver _texts;
    private readonly Lists _lists;
    private readonly NameQueries _queries;

    public ColumnNames(Definitions definitions, TextResolver texts, Lists lists)
    {
        _texts = texts;
        _lists = lists;
        _queries = new NameQueries(this, definitions, texts);
    }

    /// <summary>The one name; null with a reason when it is not known.</summary>
    public string? One(Expression name, out string? missing, CancellationToken cancellation)
    {
        var text = _texts.ResolveOne(name, cancellation);
        missing = text.Value is null ? $"a column name is not known: {text.Reason}" : null;
        return text.Value;
    }

    /// <summary>The names of a list, or how it is chosen among the columns there are.</summary>
    public NameList Many(Expression names, CancellationToken cancellation)
    {
        if (_queries.Of(names, cancellation) is { } query)
        {
            if (query.Items is null)
                return new NameList([], query.Missing) { Choice = query };
            var chosen = query.Names(out var notChosen);
            return new NameList(chosen, notChosen);
        }

        var list = _lists.Elements(names, cancellation);
        var known = new List<string>();
        var missing = list.Missing;
        foreach (var element in list.Elements)
        {
            foreach (var text in _texts.Resolve(element, cancellation))
            {
                if (text.Value is { } value)
                    known.Add(value);
                else
                    missing ??= text.Reason;
            }
        }

        return new NameList(known, missing is null ? null : $"column names are not known: {missing}");
    }

    /// <summary>Pairs of output and input column, where these columns are all there are.</summary>
    public List<(string Output, string Input)> Pairs(Expression pairs, IEnumerable<string> columns, out string? missing, CancellationToken cancellation)
    {
        if (_queries.Pairs(pairs, cancellation) is var (outputs, inputs))
        {
            IReadOnlyList<NameItem> items = outputs.Items ?? [.. columns.OrderBy(static name => name, StringComparer.Ordinal).Select(static name => new NameItem(name, null))];
            var made = new List<(string, string)>();
            foreach (var item in items)
                if (outputs.Take(item) is { } to && inputs.Take(item) is { } from)
                    made.Add((to, from));
            (outputs with { Items = items }).Names(out missing);
            return made;
        }

        var list = _lists.Elements(pairs, cancellation);
        var known = new List<(string, string)>();
        missing = list.Missing;
        foreach (var element in list.Elements)
        {
            if (element.Operation is ITupleOperation { Elements: [var written, var read] })
            {
                if (One(element.With(written).Unwrapped, out var notWritten, cancellation) is { } to && One(element.With(read).Unwrapped, out notWritten, cancellation) is { } from)
                    known.Add((to, from));
                missing ??= notWritten;
                continue;
            }

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
}

/// <summary>Column names.</summary>
/// <param name="Names">The names.</param>
/// <param name="Missing">Why there may be others; null when there are none.</param>
internal sealed record NameList(IReadOnlyList<string> Names, string? Missing)
{
    /// <summary>How the names are chosen among all columns; null when they are listed.</summary>
    public NameQuery? Choice { get; init; }

    /// <summary>The names, where these columns are all there are.</summary>
    public NameList Among(IEnumerable<string> columns)
    {
        if (Choice is null)
            return this;
        var query = Choice with { Items = [.. columns.OrderBy(static name => name, StringComparer.Ordinal).Select(static name => new NameItem(name, null))] };
        var chosen = query.Names(out var missing);
        return new NameList(chosen, missing);
    }
}
