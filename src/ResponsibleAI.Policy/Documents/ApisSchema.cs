using static ResponsibleAI.Policy.Documents.Key;

namespace ResponsibleAI.Policy.Documents;

/// <summary>Members of a library and what they do in training code.</summary>
internal static class ApisSchema
{
    public const string Id = "rai/apis/1";

    public static Field Root { get; } = Map("", "Members of a library.",
        Schema(Id),
        Text("library", "Its name.").Required(),
        Text("assemblies", "Simple names of its assemblies.").List().Required(),
        Map("members", "Its members.",
            Text("type", "Full metadata name of the containing type.").Required(),
            Text("member", "Its name; .ctor for a constructor, * for all.").Required(),
            Enum("role", "What it does.",
                "dataset-loader", "loader-factory", "row-source", "schema", "split", "transform", "composition", "trainer", "training-call",
                "evaluator", "fairness-evaluator", "scorer", "model-source", "embedder", "saver", "exporter", "server", "sanitizer", "downloader").Required(),
            Enum("effect", "What a transform does to columns.", "alias", "combine", "drop", "select", "map-rows"),
            Text("rowType", "The type parameter that is the row type."),
            Table("parameters", "Meaning and name of parameters.", Text("", "The parameter's name."))).List().Required());
}
