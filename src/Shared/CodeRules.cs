namespace ResponsibleAI.Snapshot;

/// <summary>A rule about code: its descriptor is code, its severity is data that policy may change.</summary>
/// <param name="Id">Append-only, such as RAI1001.</param>
/// <param name="Slug">The name that policies and people use.</param>
/// <param name="Severity">none, info, warning or error, before the policy speaks.</param>
internal sealed record CodeRule(string Id, string Slug, string Severity)
{
    /// <summary>All of them, in order of their ids, also those that this version does not check yet.</summary>
    public static IReadOnlyList<CodeRule> All { get; } =
    [
        new("RAI1001", "purpose/declared", "warning"),
        new("RAI1002", "purpose/registered", "warning"),
        new("RAI1003", "purpose/allows-data", "warning"),
        new("RAI1004", "privacy/special-category", "warning"),
        new("RAI1005", "privacy/direct-identifier", "warning"),
        new("RAI1006", "privacy/minimization", "info"),
        new("RAI1007", "privacy/data-leaves", "warning"),
        new("RAI2001", "dataset/card", "warning"),
        new("RAI2002", "dataset/allowed-use", "warning"),
        new("RAI2003", "dataset/unknown", "info"),
        new("RAI2004", "dataset/columns", "warning"),
        new("RAI2005", "dataset/source", "warning"),
        new("RAI3001", "fairness/check", "warning"),
        new("RAI3002", "fairness/attributes", "warning"),
        new("RAI3003", "fairness/consequence", "warning"),
        new("RAI3004", "fairness/protected-feature", "warning"),
        new("RAI3005", "fairness/held-out", "warning"),
        new("RAI4001", "anonymization/hashing", "warning"),
        new("RAI4002", "anonymization/noise", "warning"),
    ];
}
