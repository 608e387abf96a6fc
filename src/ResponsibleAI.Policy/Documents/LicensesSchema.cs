using static ResponsibleAI.Policy.Documents.Key;

namespace ResponsibleAI.Policy.Documents;

/// <summary>What is known of licenses: the shipped table, and the policy's own readings in the same words.</summary>
internal static class LicensesSchema
{
    public const string Id = "rai/licenses/1";

    public const string Unknown = "unknown";

    private static readonly string[] s_permission = ["allowed", "forbidden", Unknown];
    private static readonly string[] s_duty = ["required", "not-required", Unknown];

    private static readonly Field[] s_facts =
    [
        Text("title", "Its name."),
        Text("family", "Licenses of one family are compatible under share-alike."),
        Enum("commercial", "Commercial use.", s_permission),
        Enum("derivatives", "Changed copies.", s_permission),
        Enum("redistribution", "Passing copies on.", s_permission),
        Enum("attribution", "Naming the author.", s_duty),
        Enum("shareAlike", "Passing on under the same terms.", s_duty),
        Enum("training", "Training a model.", s_permission),
        Boolean("excludesPersonalData", "It says that it does not license personal data."),
        Boolean("dataOnly", "It allows computational use only."),
        Text("note", "What the words above cannot say."),
        Reference("text", "Its text."),
        Enum("read", "Whether somebody read the text.", "text", "secondary", "unverified"),
        Text("readBy", "Who read it."),
        Date("readOn", "When."),
    ];

    /// <summary>One license as the policy reads it; its id is the key.</summary>
    public static Field Reading { get; } = Map("", "A reading of a license.", s_facts);

    /// <summary>One row of the shipped table.</summary>
    public static Field Entry { get; } = Map("licenses", "The licenses.", [License("id", "SPDX id.").Required(), Text("aliases", "Names that other formats use.").List().EmptyWhenAbsent(), .. s_facts]).List();

    public static Field Root { get; } = Map("", "Facts of licenses.", Schema(Id), Entry.Required());

    /// <summary>What a condition sees when it walks from a license id: a row, and what the id itself tells.</summary>
    public static Field Joined { get; } = Map("", "A license.",
        [
            .. Entry.Fields,
            Boolean("known", "It is on the SPDX list, or the policy has a reading of it; false for NONE, unknown for NOASSERTION."),
            Boolean("custom", "A LicenseRef-*: not on the SPDX list."),
        ]);
}
