using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Linking;

namespace ResponsibleAI.Policy.Snapshots;

/// <summary>The fairness goals of the model cards, with the policy's numbers where these are stricter.</summary>
internal static class FairnessGoals
{
    /// <summary>Ratios of selection rates: what the threshold parity-ratio-minimum is about.</summary>
    private static readonly string[] s_selectionRatios = ["impact-ratio", "demographic-parity-ratio"];

    public static IReadOnlyList<KeyValuePair<string, double>> Of(Registry registry)
    {
        var goals = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var card in registry.ModelCards.All)
        {
            if (card.Node.Text("id") is { Length: > 0 } id && card.Node.Map("fairness")?.Map("goal") is { } goal && goal.Text("metric") is { Length: > 0 } metric
                && (goal.Scalar("atLeast")?.Value ?? goal.Scalar("atMost")?.Value) is double bound)
            {
                goals[$"{id}/{metric}"] = s_selectionRatios.Contains(metric) && registry.Threshold("parity-ratio-minimum") is { } least ? Math.Max(bound, least) : bound;
            }
        }

        if (goals.Count > 0 && registry.Threshold("group-minimum") is { } rows)
        {
            goals["group-minimum"] = rows;
        }

        return [.. goals];
    }
}
