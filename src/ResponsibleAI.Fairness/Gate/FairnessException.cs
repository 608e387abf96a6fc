namespace ResponsibleAI.Fairness;

/// <summary>A fairness gate did not pass.</summary>
public sealed class FairnessException : Exception
{
    /// <summary>For a verdict that is not a pass.</summary>
    public FairnessException(FairnessVerdict verdict)
        : base((verdict.Outcome == FairnessOutcome.Fail ? "The fairness gate failed. " : "The fairness gate has insufficient data. ") + string.Join(" ", verdict.Reasons)) =>
        Verdict = verdict;

    /// <summary>The verdict.</summary>
    public FairnessVerdict Verdict { get; }
}
