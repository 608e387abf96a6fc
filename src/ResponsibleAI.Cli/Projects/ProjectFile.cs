using System.Xml;
using System.Xml.Linq;

namespace ResponsibleAI.Cli.Projects;

/// <summary>What a project file says, read as text: nothing of it is evaluated or run.</summary>
internal sealed class ProjectFile
{
    private const string SharedFile = "Directory.Build.props";

    private readonly IReadOnlyList<XElement> _elements;

    private ProjectFile(IReadOnlyList<XElement> elements, string? sdk, string? problem)
    {
        _elements = elements;
        Sdk = sdk;
        Problem = problem;
    }

    /// <summary>Such as Microsoft.NET.Sdk; null in the old format.</summary>
    public string? Sdk { get; }

    /// <summary>Why it cannot be read; null when it can.</summary>
    public string? Problem { get; }

    /// <summary>The project, the Directory.Build.props at or above it, and those further up that it imports.</summary>
    public static ProjectFile Read(string path)
    {
        try
        {
            var root = Load(path);
            return new ProjectFile([.. Shared(Path.GetDirectoryName(path)!), .. root.Descendants()], root.Attribute("Sdk")?.Value, null);
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            return new ProjectFile([], "Microsoft.NET.Sdk", "the project file cannot be read");
        }
    }

    /// <summary>The last value given to a property; null when none is or it is computed.</summary>
    public string? Property(string name) =>
        _elements.LastOrDefault(element => element.Name.LocalName == name && !element.HasElements)?.Value.Trim() is { Length: > 0 } value && !value.Contains("$(", StringComparison.Ordinal) ? value : null;

    /// <summary>Values of an item's attribute, as written; computed ones are left out.</summary>
    public IEnumerable<string> Items(string item, string attribute) =>
        from element in _elements
        where element.Name.LocalName == item
        from value in (element.Attribute(attribute)?.Value ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        where !value.Contains("$(", StringComparison.Ordinal)
        select value.Replace('\\', '/');

    /// <summary>The namespaces of using items, as C# writes them.</summary>
    public IEnumerable<string> Usings() =>
        from element in _elements
        where element.Name.LocalName == "Using"
        let name = element.Attribute("Include")?.Value
        where name is { Length: > 0 } && name.All(static letter => char.IsLetterOrDigit(letter) || letter is '.' or '_')
        select element.Attribute("Alias")?.Value is { Length: > 0 } alias ? $"{alias} = {name}"
            : string.Equals(element.Attribute("Static")?.Value, "true", StringComparison.OrdinalIgnoreCase) ? $"static {name}" : name;

    /// <summary>What projects below a folder share; outer files come first, since inner ones overrule them.</summary>
    private static IEnumerable<XElement> Shared(string? below)
    {
        if (below is null || Folders.AtOrAbove(below, static folder => File.Exists(Path.Combine(folder, SharedFile))) is not { } folder)
            return [];
        var props = Load(Path.Combine(folder, SharedFile)).Descendants().ToList();
        var goesOn = props.Exists(static element => element.Name.LocalName == "Import" && element.Attribute("Project")?.Value.Contains(SharedFile, StringComparison.OrdinalIgnoreCase) == true);
        return goesOn ? Shared(Path.GetDirectoryName(folder)).Concat(props) : props;
    }

    private static XElement Load(string path)
    {
        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 4_000_000 });
        return XDocument.Load(reader).Root ?? throw new XmlException("empty");
    }
}
