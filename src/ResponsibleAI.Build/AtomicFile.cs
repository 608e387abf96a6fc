using System.Text;

namespace ResponsibleAI.Build;

/// <summary>Files that another process sees whole or not at all: UTF-8 without byte-order mark.</summary>
internal static class AtomicFile
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the text, and leaves the file and its time alone when it already says the same.</summary>
    public static void WriteIfDifferent(string path, string text)
    {
        var bytes = s_utf8.GetBytes(text);
        if (!File.Exists(path) || new FileInfo(path).Length != bytes.Length || !File.ReadAllBytes(path).SequenceEqual(bytes))
        {
            Replace(path, bytes);
        }
    }

    /// <summary>Writes the text; the file's time is now in any case.</summary>
    public static void Write(string path, string text) => Replace(path, s_utf8.GetBytes(text));

    private static void Replace(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = path + "." + Guid.NewGuid().ToString("N") + ".tmp";
        try
        {
            File.WriteAllBytes(unfinished, bytes);
            if (File.Exists(path))
            {
                File.Replace(unfinished, path, destinationBackupFileName: null);
            }
            else
            {
                File.Move(unfinished, path);
            }
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
