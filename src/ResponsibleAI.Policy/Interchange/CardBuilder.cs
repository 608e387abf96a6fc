using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Policy.Interchange;

/// <summary>A data card in the making. Its keys come out in the order of the format's key table.</summary>
internal sealed class CardBuilder
{
    private const int LongestId = 100;
    private readonly Dictionary<string, YamlNode> _members = new(StringComparer.Ordinal);

    /// <summary>Sets a key once it has a value.</summary>
    public void Set(string key, YamlNode? value)
    {
        if (value is not null)
        {
            _members[key] = value;
        }
    }

    public void Set(string key, string? text) => Set(key, YamlTree.TextOrNothing(text));

    /// <summary>A list; one text alone stands without brackets.</summary>
    public void Set(string key, IReadOnlyCollection<string> texts) => Set(key, texts.Count == 1 ? YamlTree.Text(texts.First()) : YamlTree.Words(texts));

    /// <summary>The card.</summary>
    public YamlMapping Build() => new(
        [.. DataCardSchema.Root.Fields.Where(field => _members.ContainsKey(field.Name)).Select(field => new YamlEntry(YamlTree.Plain(field.Name), _members[field.Name]))],
        default);

    /// <summary>An id made of the letters and digits of a name; null when it has none.</summary>
    public static string? Id(string? name)
    {
        var letters = (name ?? "").ToLowerInvariant().Select(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') ? letter : '-');
        var id = string.Join("-", string.Concat(letters).Split(['-'], StringSplitOptions.RemoveEmptyEntries));
        return id.Length == 0 ? null : id.Length <= LongestId ? id : id.Substring(0, LongestId).TrimEnd('-');
    }

    /// <summary>A path that a card may name: relative, inside its repository.</summary>
    public static bool IsSafePath(string path) =>
        path.Length is > 0 and < 1000 && path[0] is not ('/' or '~') && path.IndexOfAny(['\\', ':', '[', ']', '{', '}', '<', '>', '|', '"', '\'']) < 0 && !path.Any(char.IsControl) && !path.Split('/').Contains("..");

    /// <summary>The end of a URL's path as a glob that finds the file wherever it was saved; null when the URL names no file.</summary>
    public static string? FileOf(string url)
    {
        var path = url.Split('?', '#')[0];
        var name = path.Substring(path.LastIndexOf('/') + 1);
        return name.Contains('.') && IsSafePath(name) && path.Count(letter => letter == '/') > 2 ? "**/" + name : null;
    }

    /// <summary>A date as cards write it; null when the text holds none.</summary>
    public static YamlScalar? Date(string? text)
    {
        var day = text is { Length: > 10 } && text[10] is 'T' or ' ' ? text!.Substring(0, 10) : text;
        return day is not null && ScalarParser.Parse(FieldType.Date, day, out _) is not null ? YamlTree.Plain(day) : null;
    }
}
