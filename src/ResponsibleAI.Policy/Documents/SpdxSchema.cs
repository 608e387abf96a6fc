using static ResponsibleAI.Policy.Documents.Key;

namespace ResponsibleAI.Policy.Documents;

/// <summary>The ids of the SPDX license list.</summary>
internal static class SpdxSchema
{
    public const string Id = "rai/spdx/1";

    public static Field Root { get; } = Map("", "The SPDX license list.",
        Schema(Id),
        Text("listVersion", "The release of the list."),
        Map("licenses", "The licenses.",
            License("id", "The id.").Required(),
            Text("title", "Its name."),
            Boolean("deprecated", "SPDX asks not to use the id any more."),
            License("replacedBy", "The ids to use instead.").List().EmptyWhenAbsent()).List().Required());
}
