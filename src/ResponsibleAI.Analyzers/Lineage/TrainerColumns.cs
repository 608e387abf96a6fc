using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>Which columns a trainer takes for what: those its arguments name, else its options, else ML.NET's defaults.</summary>
internal sealed class TrainerColumns(ColumnNames names, Definitions definitions)
{
    /// <summary>What trainers make.</summary>
    public static readonly IReadOnlyList<string> Outputs = ["PredictedLabel", "Score", "Probability"];

    private const string LabelOption = "LabelColumnName";

    /// <summary>What options of trainers call their inputs that take several, or no vector.</summary>
    private static readonly string[] s_otherFeatures =
        ["MatrixColumnIndexColumnName", "MatrixRowIndexColumnName", "Sentence1ColumnName", "Sentence2ColumnName", "ContextColumnName", "QuestionColumnName", "ImageColumnName"];

    /// <param name="stage">The trainer.</param>
    /// <param name="role">What for.</param>
    /// <param name="columns">The columns there are.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public NameList Of(Stage stage, ColumnRole role, IReadOnlyCollection<string> columns, CancellationToken cancellation)
    {
        var (meaning, option) = role switch
        {
            ColumnRole.Feature => ("feature", "FeatureColumnName"),
            ColumnRole.Label => ("label", LabelOption),
            ColumnRole.Weight => ("weight", "ExampleWeightColumnName"),
            _ => ("group", "RowGroupColumnName"),
        };
        if (ByArgument(stage, meaning, columns, cancellation) is { } named)
            return named;

        if (stage.Argument("options") is { } options)
        {
            if (OptionsReader.Value(options, option, definitions, cancellation) is { } set)
                return names.One(set, out var missing, cancellation) is { } chosen ? new NameList([chosen], null) : new NameList([], missing);
            if (role == ColumnRole.Feature && OtherFeatures(options, cancellation) is { Count: > 0 } others)
                return new NameList(others, null);
            if (!OptionsReader.IsMadeInSight(options, definitions, cancellation))
                return new NameList([], Default(stage, role) is null ? null : "the trainer's options are not made in sight");
        }

        return new NameList(stage.Api!.Parameters.Any(parameter => parameter.Meaning == meaning) && Default(stage, role) is { } name ? [name] : [], null);
    }

    /// <summary>Null when no argument is there for it.</summary>
    private NameList? ByArgument(Stage stage, string meaning, IReadOnlyCollection<string> columns, CancellationToken cancellation)
    {
        List<string>? found = null;
        string? missing = null;
        foreach (var parameter in stage.Api!.Parameters)
        {
            if (parameter.Meaning != meaning || stage.ArgumentNamed(parameter.Name) is not { } argument)
                continue;
            found ??= [];
            if (argument.Operation.ConstantValue is { HasValue: true, Value: null })
                continue;
            if (argument.Operation.Type is IArrayTypeSymbol)
            {
                var many = names.Many(argument, cancellation).Among(columns);
                found.AddRange(many.Names);
                missing ??= many.Missing;
            }
            else if (names.One(argument, out var notKnown, cancellation) is { } name)
            {
                found.Add(name);
            }
            else
            {
                missing ??= notKnown;
            }
        }

        return found is null ? null : new NameList(found, missing);
    }

    private List<string> OtherFeatures(Expression options, CancellationToken cancellation)
    {
        var found = new List<string>();
        foreach (var option in s_otherFeatures)
            if (OptionsReader.Value(options, option, definitions, cancellation) is { } value && names.One(value, out _, cancellation) is { } name)
                found.Add(name);
        return found;
    }

    /// <summary>What the trainer takes when it is told nothing; null when nothing.</summary>
    private static string? Default(Stage stage, ColumnRole role) => role switch
    {
        ColumnRole.Feature when stage.Argument("estimator") is null => "Features",
        ColumnRole.Label when HasLabel(stage) => ColumnFlow.DefaultLabel,
        _ => null,
    };

    /// <summary>Clusters and principal components are made without one.</summary>
    private static bool HasLabel(Stage stage)
    {
        if (stage.Call.Operation is not IInvocationOperation { TargetMethod: var method })
            return false;
        foreach (var parameter in method.Parameters)
            for (var type = parameter.Type; type is not null; type = type.BaseType)
                if (!type.GetMembers(LabelOption).IsEmpty)
                    return true;
        return false;
    }
}
