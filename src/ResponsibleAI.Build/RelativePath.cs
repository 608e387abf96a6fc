namespace ResponsibleAI.Build;

/// <summary>Paths as they are stored: relative with '/', the same on every machine.</summary>
internal static class RelativePath
{
    /// <summary>The path below the root with '/'; a path elsewhere stays absolute.</summary>
    public static string From(string root, string path)
    {
        var folder = WithSeparator(root);
        var relative = path.StartsWith(folder, StringComparison.Ordinal) ? path.Substring(folder.Length) : path;
        return relative.Replace('\\', '/');
    }

    /// <summary>The absolute path of a stored one.</summary>
    public static string To(string root, string path) => Path.GetFullPath(Path.Combine(root, path));

    private static string WithSeparator(string root) =>
        root.Length == 0 || root[root.Length - 1] == Path.DirectorySeparatorChar || root[root.Length - 1] == Path.AltDirectorySeparatorChar
            ? root
            : root + Path.DirectorySeparatorChar;
}
