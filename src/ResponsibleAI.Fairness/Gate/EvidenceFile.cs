using System.Text;

namespace ResponsibleAI.Fairness;

/// <summary>A file that is replaced in one step.</summary>
internal static class EvidenceFile
{
    public static void Write(string path, string text)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var fresh = full + ".new";
        File.WriteAllText(fresh, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        if (File.Exists(full))
        {
            File.Replace(fresh, full, destinationBackupFileName: null);
        }
        else
        {
            File.Move(fresh, full);
        }
    }
}
