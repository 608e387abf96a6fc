using Microsoft.CodeAnalysis;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>Properties that hold the folder of the program, or one that a framework gives it.</summary>
internal static class ProgramFolders
{
    public static bool Holds(IPropertySymbol property) =>
        IsOf(property.Name, property.ContainingType.Name)
        || (IsOfHost(property.Name) && property.ContainingType.Name is "IHostEnvironment" or "IWebHostEnvironment" or "IHostingEnvironment");

    /// <summary>The same where the framework is not in sight.</summary>
    /// <param name="member">The property's name.</param>
    /// <param name="owner">The last name of what it is a member of; null when that has none.</param>
    public static bool Holds(string member, string? owner) => IsOfHost(member) || IsOf(member, owner == "Current" ? "FileSystem" : owner);

    private static bool IsOfHost(string member) => member is "ContentRootPath" or "WebRootPath";

    private static bool IsOf(string member, string? type) => member switch
    {
        "BaseDirectory" => type is "AppContext" or "AppDomain",
        "CurrentDirectory" or "ProcessPath" => type is "Environment",
        "StartupPath" or "ExecutablePath" or "dataPath" or "persistentDataPath" or "streamingAssetsPath" => type is "Application",
        "AppDataDirectory" or "CacheDirectory" => type is "IFileSystem" or "FileSystem",
        "Location" or "CodeBase" => type is "Assembly",
        _ => false,
    };
}
