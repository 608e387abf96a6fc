using ResponsibleAI.Policy.Documents;

namespace ResponsibleAI.Policy.Rules.Conditions;

/// <summary>What people call an entry of a list; an index would name another entry after the next edit.</summary>
internal static class ElementName
{
    private static readonly string[] s_naming = ["id", "name", "path", "dataset", "who", "column", "use", "rule", "group", "metric", "over"];

    /// <summary>The name, or an empty text when the entry has none.</summary>
    public static string Of(Node element)
    {
        switch (element)
        {
            case ScalarNode scalar:
                return scalar.Text;
            case MapNode map:
                var name = map.Field.Shorthand is { } key && map[key] is ScalarNode named ? named.Text : First(map);
                return map["value"] is ScalarNode value && name.Length > 0 ? $"{name}={value.Text}" : name;
            default:
                return "";
        }
    }

    private static string First(MapNode map)
    {
        foreach (var key in s_naming)
            if (map[key] is ScalarNode scalar)
                return scalar.Text;
        return "";
    }
}
