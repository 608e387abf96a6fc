namespace ResponsibleAI.Policy.Documents;

/// <summary>Reads plain values out of typed documents.</summary>
internal static class NodeValues
{
    /// <summary>The text as written; null when not stated, "none" when stated none.</summary>
    public static string? Text(this MapNode map, string key) => (map[key] as ScalarNode)?.Text;

    /// <summary>The scalar; null when not stated.</summary>
    public static ScalarNode? Scalar(this MapNode map, string key) => map[key] as ScalarNode;

    /// <summary>The flag; null when not stated.</summary>
    public static bool? Flag(this MapNode map, string key) => (map[key] as ScalarNode)?.Value as bool?;

    /// <summary>The number, whole or not; null when not stated or none.</summary>
    public static double? Number(this MapNode map, string key) => (map[key] as ScalarNode)?.Value switch
    {
        long whole => whole,
        double number => number,
        _ => null,
    };

    /// <summary>The last day the date covers; null when not stated or none.</summary>
    public static Day? LastDay(this MapNode map, string key) => ((map[key] as ScalarNode)?.Value as DateInterval?)?.Last;

    /// <summary>The scalars of a list; null when not stated.</summary>
    public static IReadOnlyList<string>? Words(this MapNode map, string key) =>
        (map[key] as ListNode)?.Items.OfType<ScalarNode>().Select(item => item.Text).ToArray();

    /// <summary>The maps of a list; empty when not stated.</summary>
    public static IEnumerable<MapNode> Maps(this MapNode map, string key) =>
        (map[key] as ListNode)?.Items.OfType<MapNode>() ?? [];

    /// <summary>The map below a key; null when not stated.</summary>
    public static MapNode? Map(this MapNode map, string key) => map[key] as MapNode;
}
