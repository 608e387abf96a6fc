using System.Collections.Concurrent;
using System.Globalization;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Policies;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>
/// Tells which training calls train one model: those of one key. The same columns into the same trainer for the same purpose is one model,
/// also when it is fitted, validated and retrained.
/// </summary>
internal sealed class ModelKeys(DeclaredPurposes purposes)
{
    private readonly ConcurrentDictionary<TrainingCall, string> _keys = new();

    public string Of(TrainingCall training) => _keys.GetOrAdd(training, Written);

    private string Written(TrainingCall training) => string.Join("\n",
        string.Join("|", training.Trainers),
        string.Join("|", training.Columns.Select(static column => $"{column.Role}:{column.Column.Display}").OrderBy(static name => name, StringComparer.Ordinal)),
        string.Join("|", training.Data.Select(static load => load.Schema.RowType?.ToDisplayString() ?? load.Call.Syntax.ToString()).Distinct().OrderBy(static name => name, StringComparer.Ordinal)),
        string.Join("|", purposes.For(training.Container).Select(static purpose => purpose.Id)),
        training.IsCertain ? "" : training.Call.Syntax.SpanStart.ToString(CultureInfo.InvariantCulture));
}
