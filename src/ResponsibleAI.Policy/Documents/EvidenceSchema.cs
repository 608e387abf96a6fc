using static ResponsibleAI.Policy.Documents.Key;

namespace ResponsibleAI.Policy.Documents;

/// <summary>What an audit measured of a dataset's files. Written by tools as JSON, which is YAML too.</summary>
internal static class EvidenceSchema
{
    public const string Id = "rai/evidence/1";

    public static Field Root { get; } = Map("", "Measured evidence.",
        Schema(Id),
        Dataset("dataset", "The data card it is about.").Required(),
        Map("kAnonymity", "Groups of equal quasi-identifiers.", Integer("k", "The smallest group.")));
}
