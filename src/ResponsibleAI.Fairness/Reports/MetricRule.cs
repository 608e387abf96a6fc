namespace ResponsibleAI.Fairness;

/// <summary>A group metric: its name, what a goal for it looks like, how it is computed in words and in code, and which measures it needs.</summary>
internal sealed record MetricRule<TCounts>(string Name, bool AtLeast, string Convention, string[] Measures, Func<IReadOnlyList<TCounts>, long, Disparity> Compute)
{
    // A multiclass measure carries its class after a colon.
    public bool Needs(string measure) => Measures.Contains(measure.Split(':')[0]);
}
