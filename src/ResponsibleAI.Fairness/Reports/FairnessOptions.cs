namespace ResponsibleAI.Fairness;

/// <summary>How groups are formed and which of them are compared. Each choice is printed with the result.</summary>
public sealed record FairnessOptions
{
    /// <summary>The defaults, with the policy's <c>group-minimum</c> as the build of ResponsibleAI.Analyzers wrote it into the assembly.</summary>
    /// <param name="assembly">The program that was built, such as <c>typeof(Program).Assembly</c>.</param>
    public static FairnessOptions OfPolicy(System.Reflection.Assembly assembly) =>
        CompiledGoals.GroupMinimum(assembly) is { } rows ? new() { MinGroupSize = (long)Math.Ceiling(rows) } : new();

    /// <summary>A rate is compared when at least this many rows stand under its line; 30 unless told. Smaller ones are reported and listed as left out.</summary>
    public long MinGroupSize { get; init; } = 30;

    /// <summary>Groups with a smaller share of all rows are left out, named; 0 unless told. New York City Local Law 144 allows 0.02.</summary>
    public double MinGroupShare { get; init; }

    /// <summary>How many attributes are crossed at most: 1 gives each alone, 2 (the default) also every pair.</summary>
    public int MaxCrossed { get; init; } = 2;

    /// <summary>Whether people whose value is missing are left out of comparisons; they are counted and reported either way.</summary>
    public bool ExcludeMissing { get; init; }

    /// <summary>Whom each group is compared with, one by one.</summary>
    public GroupReference Reference { get; init; } = GroupReference.MostSelected;

    /// <summary>Of all intervals; 0.95 unless told.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>How often counts are drawn again for the bootstrap interval of a difference or ratio; 0 for none.</summary>
    public int BootstrapReplicates { get; init; } = 1000;

    /// <summary>Seed of the bootstrap: same counts and seed, same interval.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Most groups, and most different values of a sensitive column. More is an error: the column was not put into bins.</summary>
    public int MaxGroups { get; init; } = 1000;

    /// <summary>Places of a ranking that count as shown; 10 unless told.</summary>
    public int TopK { get; init; } = 10;
}
