namespace ResponsibleAI.Policy.Yaml;

/// <summary>Builds trees to be written; they have no place in any file.</summary>
internal static class YamlTree
{
    /// <summary>A text; it is quoted when it could be taken for something else.</summary>
    public static YamlScalar Text(string text) => new(text, isPlain: false, default);

    /// <summary>A number, flag or date, as it has to stand.</summary>
    public static YamlScalar Plain(string text) => new(text, isPlain: true, default);

    public static YamlScalar? TextOrNothing(string? text) => text is null ? null : Text(text);

    /// <summary>Null when there is none.</summary>
    public static YamlSequence? List(IEnumerable<YamlNode> items) => items.ToArray() is { Length: > 0 } all ? new YamlSequence(all, default) : null;

    public static YamlSequence? Words(IEnumerable<string> words) => List(words.Distinct(StringComparer.Ordinal).Select(Text));

    /// <summary>The members that have a value; null when none has.</summary>
    public static YamlMapping? Map(params (string Key, YamlNode? Value)[] members) =>
        members.Where(member => member.Value is not null).Select(member => new YamlEntry(Plain(member.Key), member.Value!)).ToArray() is { Length: > 0 } entries
            ? new YamlMapping(entries, default)
            : null;
}
