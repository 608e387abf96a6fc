using static ResponsibleAI.Policy.Documents.Key;

namespace ResponsibleAI.Policy.Documents;

/// <summary>The purpose register, the lawyer's file: one entry is one line of the Art. 30 record.</summary>
internal static class PurposesSchema
{
    public const string Id = "rai/purposes/1";

    public static Field Entry { get; } = Map("purposes", "The purposes.",
        Key.Id("id", "The id that cards and code name.").Required(),
        Text("title", "What it is, in a sentence.").Required(),
        Text("owner", "Who answers for it.").Required(),
        Date("reviewBy", "When it must be looked at again."),
        Text("dataUse", "A fideslang data use, such as train_ai_system."),
        Enum("useArea", "The area of use.", "credit", "employment", "education", "health", "housing", "insurance", "law-enforcement", "public-services", "advertising", "research", "general"),
        Boolean("decidesAboutPeople", "Whether it decides about people."),
        Boolean("humanDecides", "Whether a person takes the decision."),
        Boolean("commercial", "Whether it is commercial."),
        Boolean("shared", "Whether the model or the data leaves the organization."),
        Text("markets", "ISO 3166 codes of where it is used.").List(),
        Enum("aiAct", "Its class under the EU AI Act.", "none", "limited", "high-risk", "gpai", "prohibited-check"),
        DataCardSchema.LawfulBasis(),
        DataCardSchema.Art9(),
        Reference("law", "The law behind bases c and e and Art. 9(2)(b), (g), (h), (i), (j)."),
        Reference("legitimateInterests", "The assessment behind basis f."),
        Reference("dpia", "Data protection impact assessment."),
        Reference("record", "Its line of the Art. 30 record."),
        Category("allowedCategories", "Data categories it may use, with everything below them.").List()).List();

    public static Field Root { get; } = Map("", "The purpose register.", Schema(Id), Entry.Required());
}
