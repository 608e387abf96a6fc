using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Resolution;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>One transform or trainer of a pipeline.</summary>
/// <param name="Name">The factory method's name.</param>
/// <param name="Call">The call that makes it.</param>
/// <param name="Api">What it does; null when the catalog does not know it.</param>
internal sealed record Stage(string Name, Expression Call, ApiMember? Api)
{
    /// <summary>The argument that has this meaning in the catalog; null when the call is not in the catalog, or given none.</summary>
    public Expression? Argument(string meaning) =>
        Api is { } api && ApiCatalog.Argument(Call.Operation, api, meaning) is { } value ? Call.With(value).Unwrapped : null;

    /// <summary>The argument for the parameter of this name; null when there is none.</summary>
    public Expression? ArgumentNamed(string parameter)
    {
        if (Call.Operation is IInvocationOperation invocation)
            foreach (var argument in invocation.Arguments)
                if (argument.Parameter?.Name == parameter)
                    return Call.With(argument.Value).Unwrapped;
        return null;
    }
}

/// <summary>One way a pipeline may be built: its stages in order.</summary>
/// <param name="Stages">Those in sight.</param>
/// <param name="Missing">Why there may be others; null when all are in sight.</param>
internal sealed record Chain(IReadOnlyList<Stage> Stages, string? Missing)
{
    public static Chain Empty { get; } = new([], null);

    public Chain Then(Chain next) => new([.. Stages, .. next.Stages], Missing ?? next.Missing);
}

/// <summary>A transform that a column passes on its way.</summary>
/// <param name="Name">Such as OneHotEncoding.</param>
/// <param name="At">Its call.</param>
internal sealed record Hop(string Name, IOperation At);
