namespace ResponsibleAI.Fairness;

/// <summary>The normal interval of a mean.</summary>
internal static class MeanInterval
{
    public static Interval Of(double mean, double variance, double size, double confidence)
    {
        var half = NormalQuantile.TwoSided(confidence) * Math.Sqrt(Math.Max(0, variance) / size);
        return new Interval(mean - half, mean + half, confidence, "normal");
    }
}
