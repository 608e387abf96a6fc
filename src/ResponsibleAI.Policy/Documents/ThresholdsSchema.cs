using static ResponsibleAI.Policy.Documents.Key;

namespace ResponsibleAI.Policy.Documents;

/// <summary>Numbers an organization chooses. Never law.</summary>
internal static class ThresholdsSchema
{
    public const string Id = "rai/thresholds/1";

    public static Field Root { get; } = Map("", "Numbers an organization chooses.",
        Schema(Id),
        Map("thresholds", "The thresholds.",
            Key.Id("name", "The name that policies and rules use.").Required(),
            Text("unit", "Its unit."),
            Enum("stricter", "The direction in which it finds more.", "higher", "lower").Required(),
            Number("default", "The number when the policy has none.").Required(),
            Text("meaning", "What it bounds.")).List().Required());
}
