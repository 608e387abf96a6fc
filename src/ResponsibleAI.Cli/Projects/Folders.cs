namespace ResponsibleAI.Cli.Projects;

/// <summary>Files below a folder as a person means them: no build output, no hidden folders, no links that lead elsewhere.</summary>
internal static class Folders
{
    private const int MostFiles = 100_000;

    private static readonly HashSet<string> s_skipped = new(StringComparer.OrdinalIgnoreCase) { "bin", "obj", "node_modules", "TestResults" };

    /// <summary>Absolute paths, sorted; folders that cannot be read are left out.</summary>
    /// <param name="folder">Absolute.</param>
    /// <param name="extension">With its dot.</param>
    /// <param name="enter">Whether to look into a folder below.</param>
    public static IReadOnlyList<string> Files(string folder, string extension, Func<string, bool>? enter = null)
    {
        var files = new List<string>();
        var open = new Stack<string>([folder]);
        while (open.TryPop(out var current) && files.Count < MostFiles)
        {
            var (own, below) = Entries(current);
            files.AddRange(own.Where(file => file.EndsWith(extension, StringComparison.OrdinalIgnoreCase)));
            foreach (var next in below)
                if (enter?.Invoke(next) != false)
                    open.Push(next);
        }

        files.Sort(StringComparer.Ordinal);
        return files;
    }

    /// <summary>The folders directly below, sorted.</summary>
    public static IReadOnlyList<string> Below(string folder) => Entries(folder).Folders;

    /// <summary>The nearest folder at or above the path for which something holds; null when there is none.</summary>
    public static string? AtOrAbove(string path, Func<string, bool> holds)
    {
        for (var folder = path; folder is not null; folder = Path.GetDirectoryName(folder))
            if (holds(folder))
                return folder;
        return null;
    }

    private static (string[] Files, string[] Folders) Entries(string folder)
    {
        try
        {
            var here = new DirectoryInfo(folder);
            string[] files = [.. here.EnumerateFiles().Where(static file => !IsLink(file)).Select(static file => file.FullName).Order(StringComparer.Ordinal)];
            string[] folders = [.. here.EnumerateDirectories()
                .Where(static below => !IsLink(below) && below.Name[0] != '.' && !s_skipped.Contains(below.Name))
                .Select(static below => below.FullName).Order(StringComparer.Ordinal)];
            return (files, folders);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            return ([], []);
        }
    }

    private static bool IsLink(FileSystemInfo entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0;
}
