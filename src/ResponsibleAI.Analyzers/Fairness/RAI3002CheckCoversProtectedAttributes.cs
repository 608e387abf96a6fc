using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.PersonalData;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>The checks of a model about people compare groups by every protected attribute that its loads bring. What a method marked [FairnessCheck] compares by is its own affair.</summary>
internal static class RAI3002CheckCoversProtectedAttributes
{
    public static void Check(ReviewedModel model, IReadOnlyList<FairnessCheck> all, RuleContext context, Action<CodeFinding> report)
    {
        // A marked method whose measuring stands in this project is judged by that.
        var checks = model.Checks.Where(check => check.Columns is not null || !all.Any(inner => inner.IsWhatHappensIn(check.Call))).ToList();
        if (checks.Count == 0 || checks.Exists(static check => check.Columns is null))
            return;

        var open = checks.Select(static check => check.Columns!.Missing).FirstOrDefault(static missing => missing is not null);
        var untraced = checks.SelectMany(static check => check.Columns!.Untraced).ToList();
        foreach (var column in ProtectedColumn.Of(model, context))
        {
            if (checks.Exists(check => check.Columns!.Loaded.Any(name => IsSame(name, column.Column))) || untraced.Exists(name => Names(name, column.Column)))
                continue;

            var check = checks[0];
            var place = column.Purpose is null ? "" : $"; it is protected in {column.Area}, the use area of purpose '{column.Purpose}'";
            var unknown = open ?? (untraced.Count > 0 ? $"what '{untraced[0]}' is made of" : null);
            report(new CodeFinding
            {
                Rule = RuleCatalog.CheckCoversProtectedAttributes,
                Kind = unknown is null ? FindingKind.Violation : FindingKind.NotAssessed,
                Message = unknown is null
                    ? $"The fairness check of the model of {model.Trainer} does not compare groups by '{column.Column.Display}' (by {column.Why}){place}"
                    : $"Whether the fairness check of the model of {model.Trainer} compares groups by '{column.Column.Display}' (by {column.Why}) could not be seen ({unknown}){place}",
                Location = check.Location,
                Hops = column.Column.Location is { } declared ? [declared, model.Training.Location] : [model.Training.Location],
                Container = check.Container,
                Subject = $"{model.Trainer}:{column.Column.Display}",
                Facts = [("trainer", model.Trainer), ("column", column.Column.Display), ("purpose", column.Purpose), ("useArea", column.Area)],
            });
        }
    }

    private static bool IsSame(string name, LoadedColumn column) =>
        string.Equals(name, column.Name, StringComparison.OrdinalIgnoreCase) || string.Equals(name, column.Member?.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>A column that was made on a way that is not in sight is taken for what its name says: AgeGroup is made of Age.</summary>
    private static bool Names(string name, LoadedColumn column)
    {
        var words = IdentifierWords.Split(name);
        return Holds(column.Name) || (column.Member is { } member && Holds(member.Name));

        bool Holds(string loaded) => IdentifierWords.Split(loaded) is var parts && parts.Count > 0 && parts.All(words.Contains);
    }
}
