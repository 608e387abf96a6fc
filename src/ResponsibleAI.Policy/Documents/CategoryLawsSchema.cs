using static ResponsibleAI.Policy.Documents.Key;

namespace ResponsibleAI.Policy.Documents;

/// <summary>What the laws say of data categories; every category inherits from the keys above it.</summary>
internal static class CategoryLawsSchema
{
    public const string Id = "rai/category-laws/1";

    private static readonly Field[] s_facts =
    [
        Boolean("gdprArt9", "A special category of GDPR Art. 9(1)."),
        Boolean("ccpaSensitive", "Sensitive personal information of the CCPA."),
        Enum("hipaa", "Its letter in 45 CFR 164.514(b)(2)(i).", "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R"),
        Boolean("directIdentifier", "A value of it identifies a person by itself."),
        Enum("protectedIn", "Use areas in which it is a protected attribute.",
            "credit", "employment", "education", "health", "housing", "insurance", "law-enforcement", "public-services", "advertising", "research", "general").List().EmptyWhenAbsent(),
    ];

    public static Field Root { get; } = Map("", "What the laws say of data categories.",
        Schema(Id),
        Map("categories", "One entry per category.", [Category("category", "The category and all below it.").Required(), .. s_facts]).List().Required());

    /// <summary>What a condition sees when it walks from a data category.</summary>
    public static Field Joined { get; } = Map("", "A data category.",
        [Text("key", "The current key.").Required(), Text("title", "What it holds."), .. s_facts]);
}
