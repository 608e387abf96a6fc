namespace ResponsibleAI.Policy.Yaml;

/// <summary>What one file may ask of us. Beyond a limit reading stops with a finding.</summary>
public sealed record YamlLimits
{
    /// <summary>For files of a repository.</summary>
    public static YamlLimits Repository { get; } = new();

    /// <summary>For the files that ship with the package.</summary>
    public static YamlLimits Shipped { get; } = new() { Bytes = 32 << 20, Nodes = 2_000_000 };

    /// <summary>For evidence that a program wrote: a thousand groups with a dozen measures each.</summary>
    public static YamlLimits Evidence { get; } = new() { Bytes = 16 << 20, Nodes = 1_000_000 };

    /// <summary>Length of the file.</summary>
    public int Bytes { get; init; } = 4 << 20;

    /// <summary>Lists and maps inside one another, aliases resolved.</summary>
    public int Depth { get; init; } = 64;

    /// <summary>Nodes, aliases resolved.</summary>
    public int Nodes { get; init; } = 200_000;

    /// <summary>Characters of one text.</summary>
    public int ScalarLength { get; init; } = 64 << 10;
}
