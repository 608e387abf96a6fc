namespace ResponsibleAI.Fairness;

/// <summary>Wilson's score interval of a share (Wilson 1927): keeps within 0 and 1 and works for small groups.</summary>
public static class WilsonInterval
{
    /// <summary>The interval of a share that was seen in <paramref name="size"/> rows.</summary>
    /// <param name="share">0 to 1.</param>
    /// <param name="size">Rows, or the effective size of weighted rows; more than 0.</param>
    /// <param name="confidence">Such as 0.95.</param>
    public static Interval Of(double share, double size, double confidence = 0.95)
    {
        var z = NormalQuantile.TwoSided(confidence);
        var shrink = 1 + (z * z / size);
        var center = (share + (z * z / (2 * size))) / shrink;
        var half = z * Math.Sqrt((share * (1 - share) / size) + (z * z / (4 * size * size))) / shrink;
        return new Interval(Math.Max(0, center - half), Math.Min(1, center + half), confidence, "wilson");
    }
}
