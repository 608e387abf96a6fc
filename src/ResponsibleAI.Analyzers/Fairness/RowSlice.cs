using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Lineage;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>Rows as a load and the parts that were taken of it, one after another.</summary>
/// <param name="Source">The file, or the place of the load when its file is not known.</param>
/// <param name="IsFile">Whether two different sources are different rows.</param>
/// <param name="Parts">Such as the training half of a split.</param>
internal sealed record RowSlice(string Source, bool IsFile, IReadOnlyList<RowPart> Parts)
{
    /// <summary>Whether the other rows are these or some of these; false when they are others; null when that is not known.</summary>
    public bool? Shares(RowSlice other)
    {
        if (Source != other.Source)
            return IsFile && other.IsFile ? false : null;
        for (var i = 0; i < Math.Min(Parts.Count, other.Parts.Count); i++)
            if (Parts[i] != other.Parts[i])
                return Parts[i].Split == other.Parts[i].Split ? false : null;
        return true;
    }
}

/// <summary>A part of some rows.</summary>
/// <param name="Split">The call that split them.</param>
/// <param name="Name">TrainSet, TestSet, or the name of a filter.</param>
internal sealed record RowPart(string Split, string Name);

/// <summary>Reads a data view expression as a slice. Where a name may stand for several data views, or a row is picked in a way that is not known, it gives none.</summary>
internal sealed class RowSlices(ApiCatalog catalog, Definitions definitions, LoadReader loads, CancellationToken cancellation)
{
    private const int Deepest = 24;

    public RowSlice? Of(Expression rows) => Of(rows.Unwrapped, 0);

    private RowSlice? Of(Expression rows, int depth)
    {
        if (depth > Deepest)
            return null;
        switch (rows.Operation)
        {
            case IInvocationOperation call when catalog.Member(call.TargetMethod) is { } member:
                return member.Role switch
                {
                    ApiRole.DatasetLoader or ApiRole.RowSource => OfLoad(rows, member),
                    ApiRole.Composition when ApiCatalog.Argument(call, member, "data") is { } data => Of(rows.With(data).Unwrapped, depth + 1),
                    ApiRole.Split when ApiCatalog.Argument(call, member, "data") is { } data => call.TargetMethod.Name switch
                    {
                        "Cache" or "ShuffleRows" or "Reweigh" => Of(rows.With(data).Unwrapped, depth + 1),
                        "CreateEnumerable" or "TrainTestSplit" or "CrossValidationSplit" => null,
                        _ => Part(rows.With(data), new RowPart(Place(rows), call.TargetMethod.Name), depth),
                    },
                    _ => null,
                };
            case IMemberReferenceOperation { Instance: { } whole } half when catalog.Value(half.Member) is { Role: ApiRole.Split }:
                return OfSplit(rows.With(whole).Unwrapped, depth) is { } split && split.Operation is IInvocationOperation splitting && ApiCatalog.Argument(splitting, catalog.Member(splitting.TargetMethod)!, "data") is { } divided
                    ? Part(split.With(divided), new RowPart(Place(split), half.Member.Name), depth)
                    : null;
            default:
                return Only(rows) is { } definition ? Of(definition, depth + 1) : null;
        }
    }

    private RowSlice? Part(Expression of, RowPart part, int depth) =>
        Of(of.Unwrapped, depth + 1) is { } slice ? slice with { Parts = [.. slice.Parts, part] } : null;

    /// <summary>The call that split the rows; of several folds only the one that a loop is at.</summary>
    private Expression? OfSplit(Expression split, int depth)
    {
        for (; depth < Deepest; depth++)
        {
            if (split.Operation is IInvocationOperation call && catalog.Member(call.TargetMethod) is { Role: ApiRole.Split })
                return split;
            if (Only(split) is not { } definition)
                return null;
            split = definition;
        }

        return null;
    }

    private Expression? Only(Expression value) => definitions.Of(value, cancellation) is { Values: [var only], Missing: null } && only.Operation != value.Operation ? only.Unwrapped : null;

    private RowSlice OfLoad(Expression rows, Snapshot.ApiMember member)
    {
        var sources = loads.SourcesOf(rows, member, cancellation);
        return sources.Count > 0 && sources.All(static source => source.Value is { Length: > 0 })
            ? new RowSlice(string.Join("|", sources.Select(static source => source.Value)), true, [])
            : new RowSlice(Place(rows), false, []);
    }

    /// <summary>The place of a call and of the calls through which its method was entered: the same place may load different rows for different callers.</summary>
    private static string Place(Expression call)
    {
        var place = At(call.Operation);
        for (var frame = call.Frame; frame is not null; frame = frame.Caller)
            place += " < " + At(frame.Call);
        return place;

        static string At(IOperation operation) => FormattableString.Invariant($"{operation.Syntax.SyntaxTree.FilePath}:{operation.Syntax.Span.Start}-{operation.Syntax.Span.End}");
    }
}
