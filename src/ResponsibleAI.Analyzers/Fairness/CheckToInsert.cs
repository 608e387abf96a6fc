using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>What a fix needs to know to write the missing check: the kind of model, its label, and the columns to compare groups by.</summary>
internal static class CheckToInsert
{
    public static (string Name, string? Value)[] Facts(ReviewedModel model, RuleContext context)
    {
        var columns = ProtectedOf(model, context).Select(static column => column.Column.Name).Distinct(StringComparer.Ordinal).ToList();
        var label = model.Training.Columns.FirstOrDefault(static column => column.Role == ColumnRole.Label);
        return columns.Count == 0 || TaskOf(model.Training) is not { } task ? [] :
        [
            ("checkTask", task),
            ("checkColumns", string.Join("|", columns)),
            ("checkLabel", label?.Hops is [.., { At: IInvocationOperation trainer }] ? LabelOf(trainer) : null),
        ];
    }

    /// <summary>The loaded columns by which the model must be checked; where nothing protects any, those that some law protects somewhere.</summary>
    private static List<ProtectedColumn> ProtectedOf(ReviewedModel model, RuleContext context)
    {
        var stated = ProtectedColumn.Of(model, context).ToList();
        return stated.Count > 0 ? stated : [.. ProtectedColumn.Anywhere(model, context)];
    }

    private static string? TaskOf(TrainingCall training)
    {
        foreach (var column in training.Columns)
            if (column.Hops is [.., { At: IInvocationOperation { TargetMethod.Parameters: [var trainers, ..] } }])
                return trainers.Type.Name switch
                {
                    "BinaryClassificationTrainers" => "binary",
                    "RegressionTrainers" => "regression",
                    _ => null,
                };
        return null;
    }

    private static string? LabelOf(IInvocationOperation trainer)
    {
        foreach (var argument in trainer.Arguments)
            if (argument.Parameter?.Name == "labelColumnName" && argument.Value.ConstantValue is { HasValue: true, Value: string name })
                return name;
        return null;
    }
}
