using System.Xml;
using System.Xml.Linq;

namespace ResponsibleAI.Cli.Projects;

/// <summary>What a project file says, read as text: nothing of it is evaluated or run.</summary>
internal sealed class ProjectFile
{
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

    /// <summary>The project and the Directory.Build.props at or above it.</summary>
    public static ProjectFile Read(string path)
    {
        try
        {
            var root = Load(path);
            var props = Folders.AtOrAbove(Path.GetDirectoryName(path)!, static folder => File.Exists(Path.Combine(folder, "Directory.Build.props")));
            var elements = props is null ? root.Descendants() : Load(Path.Combine(props, "Directory.Build.props")).Descendants().Concat(root.Descendants());
            return new ProjectFile([.. elements], root.Attribute("Sdk")?.Value, null);
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

    private static XElement Load(string path)
    {
        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 4_000_000 });
        return XDocument.Load(reader).Root ?? throw new XmlException("empty");
    }
}
