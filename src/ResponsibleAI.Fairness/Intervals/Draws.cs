namespace ResponsibleAI.Fairness;

/// <summary>Random draws that are the same on every runtime: SplitMix64 (Steele, Lea and Flood 2014).</summary>
internal sealed class Draws(long seed)
{
    private ulong _state = unchecked((ulong)seed);

    /// <summary>Uniform in [0, 1).</summary>
    public double Uniform()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }

    /// <summary>How many of <paramref name="size"/> trials succeed.</summary>
    public long Binomial(long size, double chance)
    {
        if (size <= 0 || chance <= 0)
        {
            return 0;
        }

        if (chance >= 1)
        {
            return size;
        }

        return chance > 0.5 ? size - Rare(size, 1 - chance) : Rare(size, chance);
    }

    private long Rare(long size, double chance) => size * chance < 10 ? Waiting(size, chance) : Rejecting(size, chance);

    // Adds up the waiting times between successes.
    private long Waiting(long size, double chance)
    {
        var log = Math.Log(1 - chance);
        var successes = 0L;
        for (var trial = 0.0; ; successes++)
        {
            trial += Math.Floor(Math.Log(1 - Uniform()) / log) + 1;
            if (!(trial <= size))
            {
                return successes;
            }
        }
    }

    // Transformed rejection (Hörmann 1993, algorithm BTRS).
    private long Rejecting(long size, double chance)
    {
        var spread = Math.Sqrt(size * chance * (1 - chance));
        var b = 1.15 + (2.53 * spread);
        var a = -0.0873 + (0.0248 * b) + (0.01 * chance);
        var c = (size * chance) + 0.5;
        var squeeze = 0.92 - (4.2 / b);
        var alpha = (2.83 + (5.1 / b)) * spread;
        var odds = chance / (1 - chance);
        var mode = Math.Floor((size + 1) * chance);
        while (true)
        {
            var u = Uniform() - 0.5;
            var v = 1 - Uniform();
            var distance = 0.5 - Math.Abs(u);
            var k = Math.Floor((((2 * a / distance) + b) * u) + c);
            if (!(k >= 0 && k <= size))
            {
                continue;
            }

            if (distance >= 0.07 && v <= squeeze)
            {
                return (long)k;
            }

            var bound = ((mode + 0.5) * Math.Log((mode + 1) / (odds * (size - mode + 1))))
                + ((size + 1) * Math.Log((size - mode + 1) / (size - k + 1)))
                + ((k + 0.5) * Math.Log(odds * (size - k + 1) / (k + 1)))
                + Correction(mode) + Correction(size - mode) - Correction(k) - Correction(size - k);
            if (Math.Log(v * alpha / ((a / (distance * distance)) + b)) <= bound)
            {
                return (long)k;
            }
        }
    }

    // What Stirling's formula leaves out of ln k!.
    private static double Correction(double k)
    {
        if (k > 9)
        {
            var square = (k + 1) * (k + 1);
            return (1.0 / 12 - (((1.0 / 360) - (1.0 / 1260 / square)) / square)) / (k + 1);
        }

        var factorial = 1.0;
        for (var i = 2; i <= k; i++)
        {
            factorial *= i;
        }

        return Math.Log(factorial) - (0.5 * Math.Log(2 * Math.PI)) - ((k + 0.5) * Math.Log(k + 1)) + k + 1;
    }
}
