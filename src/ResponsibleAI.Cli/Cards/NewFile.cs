namespace ResponsibleAI.Cli.Cards;

/// <summary>Writing files that somebody may have written before.</summary>
internal static class NewFile
{
    /// <summary>Writes the file with its folders; false and nothing written when it is there already and may not be replaced.</summary>
    /// <exception cref="IOException">The disk says no.</exception>
    public static bool TryWrite(string path, string text, bool replace)
    {
        if (!replace && File.Exists(path))
            return false;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return true;
    }
}
