using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Datasets;

/// <summary>A file that the program fetches from an address, for one way to call the method it stands in.</summary>
/// <param name="Call">The call that fetches.</param>
/// <param name="Container">The member it stands in.</param>
/// <param name="Url">The address; null when it is not in sight.</param>
/// <param name="Names">File names it may be written to, and the address's own.</param>
/// <param name="Folders">Folders that an archive of such a name is unpacked to.</param>
internal sealed record Download(IInvocationOperation Call, ISymbol Container, string? Url, IReadOnlyList<string> Names, IReadOnlyList<string[]> Folders)
{
    private const int ShortestArchiveName = 4;

    private static readonly string[] s_archives = [".tar.gz", ".tar.bz2", ".tgz", ".zip", ".gz", ".7z", ".tar"];
    private static readonly string[] s_data = [".csv", ".tsv", ".data", ".arff", ".parquet", ".jsonl", ".libsvm", ".svmlight", ".mdf", ".xlsx"];

    /// <summary>Whether its name says that rows are in it; a picture, a page or a model has another.</summary>
    public bool IsNamedAsData => Names.Any(static name => s_data.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));

    /// <summary>
    /// The name by which a source of a load is what was fetched: the file itself, a file or folder that is named as the archive, a file where the archive is unpacked to. Null when it is something else;
    /// a table always is, though the address of a page may end as it is named.
    /// </summary>
    public string? NameIn(DatasetLoad load, ResolvedText source)
    {
        if (load.Kind == LoadKind.Database)
            return null;
        var segments = FilePaths.Segments(source.Value ?? source.Suffix);
        if (segments.Length == 0)
            return null;
        foreach (var name in Names)
        {
            if (string.Equals(segments[segments.Length - 1], name, StringComparison.OrdinalIgnoreCase))
                return name;
            if (Array.Find(s_archives, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is not { } archive)
                continue;
            var stem = name.Substring(0, name.Length - archive.Length);
            if (stem.Length >= ShortestArchiveName && Array.Exists(segments, segment => Same(segment, stem) || Same(FilePaths.Stem(segment), stem)))
                return name;
            if (source.Value is not null && Folders.Any(folder => IsBelow(segments, folder)))
                return name;
        }

        return null;
    }

    private static bool IsBelow(string[] path, string[] folder)
    {
        if (folder.Length == 0 || path.Length <= folder.Length)
            return false;
        for (var at = 0; at < folder.Length; at++)
            if (!Same(path[at], folder[at]))
                return false;
        return true;
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
