using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.Lineage;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>What a fix needs to know to write the missing check: the kind of model, its label, and the columns to compare groups by.</summary>
internal static class CheckToInsert
{
    public static (string Name, string? Value)[] Facts(ReviewedModel model, RuleContext context)
    {
        var columns = ProtectedOf(model, context).Select(static column => column.Column.Name).Distinct(StringComparer.Ordinal).ToList();
        var trainers = model.Training.Columns.Select(static column => column.Hops is [.., { At: IInvocationOperation trainer }] ? trainer : null).OfType<IInvocationOperation>().Distinct().ToList();

        // One against all the others is trained by a yes-or-no trainer; what it decides between is several classes.
        if (trainers.Exists(static trainer => TaskOf(trainer) == "multiclass"))
            trainers.RemoveAll(static trainer => TaskOf(trainer) == "binary");
        return columns.Count == 0 || trainers.Count == 0 || TaskOf(trainers[0]) is not { } task || trainers.Exists(trainer => TaskOf(trainer) != task) ? [] :
        [
            ("checkTask", task),
            ("checkColumns", string.Join("|", columns)),
            ("checkLabel", ColumnOf(trainers[0], "labelColumnName", "Label")),
            ("checkQuery", task == "ranking" ? ColumnOf(trainers[0], "rowGroupColumnName", "GroupId") : null),
        ];
    }

    /// <summary>The loaded columns by which the model must be checked; where nothing protects any, those that some law protects somewhere.</summary>
    private static List<ProtectedColumn> ProtectedOf(ReviewedModel model, RuleContext context)
    {
        var stated = ProtectedColumn.Of(model, context).ToList();
        return stated.Count > 0 ? stated : [.. ProtectedColumn.Anywhere(model, context)];
    }

    /// <summary>By the catalog of trainers that it is called on, or by the experiment that searches for one. A recommender predicts numbers.</summary>
    private static string? TaskOf(IInvocationOperation trainer) =>
        (trainer.Instance is { } instance ? Expression.Unwrap(instance).Type : trainer.TargetMethod.Parameters is [var catalog, ..] ? catalog.Type : null)?.Name switch
        {
            "BinaryClassificationTrainers" or "BinaryClassificationExperiment" => "binary",
            "MulticlassClassificationTrainers" or "MulticlassClassificationExperiment" => "multiclass",
            "RegressionTrainers" or "RecommendationTrainers" or "RegressionExperiment" or "RecommendationExperiment" => "regression",
            "RankingTrainers" or "RankingExperiment" => "ranking",
            _ => null,
        };

    /// <summary>The name of a column as the trainer was given it, by a parameter or in its options; null when it is computed.</summary>
    private static string? ColumnOf(IInvocationOperation trainer, string parameter, string byDefault)
    {
        foreach (var argument in trainer.Arguments)
        {
            if (argument.Parameter?.Name == parameter)
                return Text(argument.Value);
            if (argument.Parameter?.Name is "options" or "columnInformation")
                return Expression.Unwrap(argument.Value) switch
                {
                    IObjectCreationOperation creation => RowSchemas.Named(creation, parameter, char.ToUpperInvariant(parameter[0]) + parameter.Substring(1)) is { } set ? Text(set) : byDefault,
                    _ => null,
                };
        }

        return null;

        static string? Text(IOperation value) => value.ConstantValue is { HasValue: true, Value: string name } ? name : null;
    }
}
