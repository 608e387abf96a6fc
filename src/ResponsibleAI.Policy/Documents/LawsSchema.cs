using static ResponsibleAI.Policy.Documents.Key;

namespace ResponsibleAI.Policy.Documents;

/// <summary>The laws and other texts that rules cite.</summary>
internal static class LawsSchema
{
    public const string Id = "rai/laws/1";

    public static Field Root { get; } = Map("", "Texts that rules cite.",
        Schema(Id),
        Map("laws", "The texts.",
            Text("id", "The id that citations use.").Required(),
            Text("title", "Its title.").Required(),
            Reference("link", "The official text."),
            Text("jurisdiction", "Where it applies."),
            Integer("articles", "The number of its last article, where every number up to it is one; tells which articles no rule cites."),
            Text("version", "The consolidated version that was read."),
            Enum("read", "Whether somebody read the text.", "text", "secondary", "unverified"),
            Text("readBy", "Who read it."),
            Date("readOn", "When."),
            Text("note", "Anything else.")).List().Required());
}
