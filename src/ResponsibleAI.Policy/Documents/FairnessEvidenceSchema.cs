using static ResponsibleAI.Policy.Documents.Key;

namespace ResponsibleAI.Policy.Documents;

/// <summary>
/// What a fairness gate measured and decided, as far as rules read it. Written by programs as JSON, which is YAML too; the file says more
/// (intervals, conventions, comparisons), which is for people.
/// </summary>
internal static class FairnessEvidenceSchema
{
    public const string Id = "rai/evidence/fairness/1";

    public static Field Root { get; } = Map("", "What a fairness gate measured and decided.",
        Schema(Id),
        Text("model", "The model card it is about."),
        Dataset("dataset", "The data card of the rows that were scored."),
        Text("datasetSha256", "The hash of the file that the rows are from."),
        Text("task", "binary, multiclass, regression or ranking."),
        Integer("rows", "Rows that were counted."),
        Text("attributes", "Columns by which groups were compared.").List(),
        Map("options", "How was counted.",
            Integer("minGroupSize", "Least number of rows under a rate's line before it is compared."),
            Number("minGroupShare", "Least share of the rows before a group is compared."),
            Boolean("excludeMissing", "Whether people whose value is missing are left out of comparisons.")),
        Enum("verdict", "What the gate decided.", "pass", "fail", "insufficient-data"),
        Text("reasons", "Why it is not a pass.").List(),
        Boolean("allowSmallGroups", "Whether a pass may leave small groups out."),
        Boolean("allowUnusableRows", "Whether a pass may leave rows out that could not be counted."),
        Map("checks", "Each threshold on each breakdown.",
            Text("metric", "Its name, such as impact-ratio."),
            Text("over", "The columns of the breakdown."),
            Number("value", "What was measured; absent when it is undefined."),
            Number("atLeast", "The gate's smallest allowed value."),
            Number("atMost", "The gate's largest allowed value."),
            Enum("outcome", "What came of it.", "pass", "fail", "insufficient-data")).List(),
        Map("breakdowns", "The groups by one column or by several crossed.",
            Text("over", "The columns as one word."),
            Text("attributes", "The columns.").List(),
            Map("groups", "All groups.",
                Text("group", "Its name, such as Sex=female."),
                Integer("rows", "Its rows."),
                Number("weight", "The sum of their weights; as many as rows when they have none."),
                Text("leftOut", "Why an option kept it out of comparisons."),
                Table("counts", "What was counted, by name, such as truePositives.", Number("count", "How much.")),
                Map("measures", "Its rates or errors.",
                    Text("name", "Such as selection-rate."),
                    Number("value", "Its value; absent when it is undefined."),
                    Number("of", "Rows under its line.")).List()).List(),
            Map("aggregates", "How far the groups are apart.",
                Text("metric", "Its name, such as impact-ratio."),
                Number("value", "Its value; absent when it is undefined."),
                Text("lowest", "The group at the low end."),
                Text("highest", "The group at the high end."),
                Map("leftOut", "The numbers of groups that took no part.",
                    Text("group", "Whose."),
                    Text("measure", "Which, or all."),
                    Enum("kind", "Why.", "undefined", "too-few", "by-option"),
                    Text("reason", "Why, in words.")).List()).List()).List());
}
