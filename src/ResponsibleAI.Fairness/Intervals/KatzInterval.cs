namespace ResponsibleAI.Fairness;

/// <summary>Katz's log interval of a ratio of two rates (Katz et al. 1978).</summary>
public static class KatzInterval
{
    /// <summary>The interval of <paramref name="rate"/> / <paramref name="reference"/>; null when either rate is undefined or 0.</summary>
    public static Interval? OfRatio(Rate rate, Rate reference, double confidence = 0.95)
    {
        if (!(rate.Value > 0 && reference.Value > 0))
        {
            return null;
        }

        var error = NormalQuantile.TwoSided(confidence) * Math.Sqrt(Part(rate) + Part(reference));
        var log = Math.Log(rate.Value!.Value / reference.Value!.Value);
        return new Interval(Math.Exp(log - error), Math.Exp(log + error), confidence, "katz-log");

        static double Part(Rate rate) => (1 - rate.Value!.Value) / (rate.Value.Value * rate.EffectiveSize);
    }
}
