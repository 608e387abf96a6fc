namespace ResponsibleAI.Fairness;

/// <summary>Quantiles of the standard normal distribution, by Newton's method on its series (Marsaglia, "Evaluating the Normal Distribution", 2004).</summary>
internal static class NormalQuantile
{
    /// <summary>z with P(|Z| ≤ z) = <paramref name="confidence"/>; 1.959964 for 0.95.</summary>
    public static double TwoSided(double confidence)
    {
        if (!(confidence is > 0 and < 0.999999))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), "A confidence lies between 0 and 0.999999, such as 0.95.");
        }

        // The distribution is concave above 0, so Newton's steps from 0 never overshoot.
        var z = 0.0;
        for (var step = 0; step < 100; step++)
        {
            var (distribution, density) = Central(z);
            var next = z + ((confidence - distribution) / (2 * density));
            if (Math.Abs(next - z) < 1e-15 * next)
            {
                break;
            }

            z = next;
        }

        return z;
    }

    // P(|Z| ≤ z) and the density at z.
    private static (double Distribution, double Density) Central(double z)
    {
        var density = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
        var term = z;
        var sum = z;
        for (var odd = 3; term > sum * 1e-17; odd += 2)
        {
            term *= z * z / odd;
            sum += term;
        }

        return (2 * density * sum, density);
    }
}
