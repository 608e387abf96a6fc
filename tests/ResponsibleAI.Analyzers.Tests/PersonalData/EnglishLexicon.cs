using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.PersonalData;

/// <summary>The shipped lexicon, read line by line: in it every term is one flow mapping on one line.</summary>
internal static class EnglishLexicon
{
    public static readonly PolicySnapshot Snapshot = new() { Lexicon = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "rules", "lexicon", "en.yaml")).SelectMany(Terms)] };

    private static IEnumerable<LexiconTerm> Terms(string line)
    {
        if (!line.StartsWith("  - {", StringComparison.Ordinal)) return [];
        return List(line, "words").Select(words => new LexiconTerm
        {
            Words = words,
            Category = Value(line, "category")!,
            Layer = Value(line, "layer")!,
            Match = Value(line, "match")!,
            NotWith = List(line, "notWith"),
            Types = List(line, "types"),
            PersonLevel = Value(line, "personLevel") == "true",
        });
    }

    private static string? Value(string line, string key) =>
        line.Split($" {key}: ", 2) is [_, var rest] ? rest.Split(',', ' ')[0] : null;

    private static string[] List(string line, string key) =>
        line.Split($" {key}: [", 2) is [_, var rest] ? [.. rest.Split(']')[0].Split(',').Select(item => item.Trim().Trim('"'))] : [];
}
