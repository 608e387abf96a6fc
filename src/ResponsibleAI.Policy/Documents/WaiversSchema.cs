using static ResponsibleAI.Policy.Documents.Key;

namespace ResponsibleAI.Policy.Documents;

/// <summary>Decisions: waivers of violations and answers to questions, each bound to the facts it was made on.</summary>
internal static class WaiversSchema
{
    public const string Id = "rai/waivers/1";

    public static Field Root { get; } = Map("", "Waivers and review answers.",
        Schema(Id),
        Map("decisions", "The decisions.",
            Text("id", "Its number.").Required(),
            Enum("kind", "waiver: it contradicts and somebody answers for it. review: the answer to a question.", "waiver", "review").Required(),
            Text("rule", "The id or slug of the rule.").Required(),
            Map("scope", "Where it holds.",
                Dataset("card", "A data card or model card."),
                Text("element", "An element by name, such as sources/street-quality."),
                Text("project", "A project's folder.")).Required(),
            Enum("answer", "The answer to a review.", "accepted", "rejected"),
            Text("reason", "Why.").Required(),
            Reference("evidence", "What it rests on."),
            Text("approver", "Who answers for it.").Required(),
            Date("approvedOn", "Since when.").Required(),
            Date("expires", "Until when.").Required(),
            Text("ticket", "Where it was asked for."),
            Text("facts", "Hash of the values the rule read; written by the tool.")).List().Required());
}
