using static ResponsibleAI.Policy.Documents.Key;

namespace ResponsibleAI.Policy.Documents;

/// <summary>Well-known public datasets: what was published about them, by whom it was read, and the columns by which they are recognized.</summary>
internal static class KnownDatasetsSchema
{
    public const string Id = "rai/datasets/1";

    private static readonly string[] s_marks = ["text", "secondary", "unverified"];

    public static Field Root { get; } = Map("", "Well-known public datasets.",
        Schema(Id),
        Map("datasets", "The datasets.",
            Key.Id("id", "Its id in this catalog.").Required(),
            Text("title", "What its publisher calls it.").Required(),
            Text("aliases", "Other names of it.").List().EmptyWhenAbsent(),
            Enum("subject", "What a row describes: a person, nothing about people, a group of people or an area, a text that people wrote, or what people did with a thing, such as a rating.", "people", "not-people", "aggregate", "people-text", "people-actions").Required(),
            Text("files", "Names that its files go by; may hold *. A name supports the columns, it never decides alone.").List().EmptyWhenAbsent(),
            Reference("url", "Where it is published.").Required(),
            Integer("rows", "Rows as published, all files together."),
            Text("citation", "How its publisher wants it cited, or who published it."),
            Map("license", "What its publisher allows.",
                License("id", "As published; missing when the publisher states none."),
                Text("note", "What the id cannot say."),
                Reference("source", "Where that is stated.").Required(),
                Enum("read", "Whether somebody read it: the publisher's text, elsewhere, or nowhere yet.", s_marks).Required()),
            Reference("source", "Where title, columns and rows were read.").Required(),
            Enum("read", "Whether somebody read it: the publisher's text, elsewhere, or nowhere yet.", s_marks).Required(),
            Text("note", "What a reviewer should know."),
            Map("columns", "The columns as published, in the order of the file.",
                Text("name", "As published.").Required(),
                Text("as", "Other spellings that code uses; case and separators never matter.").List().EmptyWhenAbsent(),
                Category("category", "The data category, as this catalog reads the published description."),
                Enum("roles", "The roles, as this catalog reads the published description.",
                    "direct-identifier", "quasi-identifier", "sensitive", "protected", "label", "free-text").List().EmptyWhenAbsent()).List().Short("name").Required()).List().Required());
}
