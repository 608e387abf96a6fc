using static ResponsibleAI.Policy.Documents.Key;

namespace ResponsibleAI.Policy.Documents;

/// <summary>The data categories. A key's parent is the key without its last part.</summary>
internal static class TaxonomySchema
{
    public const string Id = "rai/taxonomy/1";

    public static Field Root { get; } = Map("", "Data categories.",
        Schema(Id),
        Map("categories", "The categories.",
            Text("key", "Such as user.contact.email.").Required(),
            Text("title", "What it holds.").Required(),
            Text("replacedBy", "The key of today, when this one is a former name.")).List().Required());
}
