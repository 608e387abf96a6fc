namespace ResponsibleAI.Build.Tests;

/// <summary>Folders that are nobody's after the test.</summary>
internal static class Temporary
{
    public static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
        {
            // A build that still ends holds a file; the system clears its temporary folder.
        }
    }
}
