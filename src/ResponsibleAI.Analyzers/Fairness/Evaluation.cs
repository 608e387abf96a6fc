using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Lineage;
using ResponsibleAI.Analyzers.Resolution;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>A call that measures a model, and whether it does so on rows the model was trained on.</summary>
/// <param name="Call">The call.</param>
/// <param name="Container">The member it stands in.</param>
/// <param name="Training">The training call; null when which model is measured is not in sight.</param>
/// <param name="OnTrainingRows">Null when that is not in sight.</param>
/// <param name="Rows">Where the rows come from, as messages name it; null when there is no name.</param>
internal sealed record Evaluation(IOperation Call, ISymbol Container, SyntaxNode? Training, bool? OnTrainingRows, string? Rows);

/// <summary>Reads a call that evaluates scored rows.</summary>
internal sealed class EvaluationReader(ApiCatalog catalog, Definitions definitions, LoadReader loads)
{
    private const int Deepest = 16;

    /// <summary>Calls that look into a model, or measure one that was never shown a label, say nothing about rows it has not seen.</summary>
    public static bool Measures(IMethodSymbol method) =>
        !method.Name.StartsWith("PermutationFeatureImportance", StringComparison.Ordinal) && method.ContainingType.Name is not ("ClusteringCatalog" or "AnomalyDetectionCatalog");

    public Evaluation Read(IOperation call, ApiMember member, ISymbol container, Func<SyntaxNode, bool> trains, CancellationToken cancellation)
    {
        if (ApiCatalog.Argument(call, member, "data") is not { } given || Scoring(new Expression(given, null).Unwrapped, cancellation) is not { } scoring)
            return new Evaluation(call, container, null, null, null);

        var scored = (IInvocationOperation)scoring.Operation;
        var composition = catalog.Member(scored.TargetMethod)!;
        var models = new ModelTrail(catalog, definitions, trains, cancellation).From(scoring.With(ApiCatalog.Argument(scored, composition, "model")!));
        var trainings = models.Trainings.Where(training => trains(training.Operation.Syntax)).ToList();
        if (models.Missing is not null || trainings is not [var training])
            return new Evaluation(call, container, null, null, null);

        var slices = new RowSlices(catalog, definitions, loads, cancellation);
        var rows = slices.Of(scoring.With(ApiCatalog.Argument(scored, composition, "data")!));
        var trained = training.Operation is IInvocationOperation fit && catalog.Member(fit.TargetMethod) is { } api && ApiCatalog.Argument(fit, api, "data") is { } data ? slices.Of(training.With(data)) : null;
        return new Evaluation(call, container, training.Operation.Syntax, rows is null || trained is null ? null : trained.Shares(rows), rows is { IsFile: true } ? rows.Source : null);
    }

    /// <summary>The one Transform that scored the rows; null when there may be several, or what scored them is not in sight.</summary>
    private Expression? Scoring(Expression scored, CancellationToken cancellation)
    {
        for (var depth = 0; depth < Deepest; depth++)
        {
            if (scored.Operation is IInvocationOperation call && catalog.Member(call.TargetMethod) is { } member)
            {
                if (member.Role == ApiRole.Composition && ApiCatalog.Argument(call, member, "model") is not null && ApiCatalog.Argument(call, member, "data") is not null)
                    return scored;
                return null;
            }

            if (definitions.Of(scored, cancellation) is not { Values: [var only], Missing: null } || only.Operation == scored.Operation)
                return null;
            scored = only.Unwrapped;
        }

        return null;
    }
}
