using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Datasets;

/// <summary>How messages and fingerprints name what a load loads.</summary>
internal static class LoadNames
{
    /// <summary>The file name when it is in sight, the table of a query; else null. A pattern that any file has, in a folder that is not in sight, is no name.</summary>
    public static string? Of(DatasetLoad load, ResolvedText source)
    {
        if (load.Kind == LoadKind.Database)
            return source.Value;
        if (source.FileName is { Length: > 0 } name)
            return name.IndexOf('*') < 0 ? name : Pattern(FilePaths.Segments(source.Suffix)) is var pattern && pattern.Any(static letter => letter is not ('*' or '.' or '/')) ? pattern : null;
        return source is { Resolution: Resolution.Resolution.Known, Value.Length: > 0 } ? source.Value : null;
    }

    /// <summary>The pattern with the folder that it stands for.</summary>
    private static string Pattern(string[] segments)
    {
        var first = Array.FindIndex(segments, FilePaths.IsPattern);
        return string.Join("/", segments.Skip(Math.Max(0, first - 1)));
    }

    /// <summary>The path as far as it is in sight, with '/'.</summary>
    public static string PathOf(ResolvedText source) => source.ToString().Replace('\\', '/');
}
