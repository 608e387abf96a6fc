using static ResponsibleAI.Policy.Documents.Key;

namespace ResponsibleAI.Policy.Documents;

/// <summary>Words in identifiers that name a data category.</summary>
internal static class LexiconSchema
{
    public const string Id = "rai/lexicon/1";

    public static Field Root { get; } = Map("", "Words that name data categories.",
        Schema(Id),
        Text("language", "BCP 47 code of the words."),
        Map("terms", "The terms.",
            Category("category", "What the words name.").Required(),
            Enum("layer", "strict: enough by itself. contextual: only in a row about people. subject: what a row is about, a person (user), people's text (user.content) or a thing (system).", "strict", "contextual", "subject"),
            Enum("match", "anywhere in the identifier, or exact: the words are all of it.", "anywhere", "exact"),
            Text("words", "Lower-case words joined by one blank.").List().Required(),
            Text("notWith", "Words beside which it means something else.").List(),
            Enum("types", "Value types it may have.", "text", "number", "boolean", "date").List(),
            Boolean("personLevel", "Two such columns say that a row describes a person.")).List().Required());
}
