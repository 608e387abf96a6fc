using ResponsibleAI.Analyzers.Findings;

namespace ResponsibleAI.Analyzers.Datasets;

/// <summary>Says where it cannot be seen which dataset a load means, and why, so that silence is not taken for approval.</summary>
internal sealed class RAI2003DatasetCanBeSeen : ILoadRule
{
    public void Check(LoadInUse use, RuleContext context, Action<CodeFinding> report)
    {
        var load = use.Load;

        // A source that is in sight and has no card is told of by RAI2001, which then names what is not in sight, too.
        if (load.Sources.Any(source => LoadNames.Of(load, source) is not null && context.Cards.Match(load, source) is { Card: null, Declared: null, Candidates.Count: <= 1 }))
            return;
        foreach (var source in load.Sources)
        {
            var match = context.Cards.Match(load, source);
            if (match.Card is not null || match.Declared is not null)
                continue;

            string why;
            if (match.Candidates.Count > 1)
                why = $"the data cards {string.Join(" and ", match.Candidates.Select(static id => $"'{id}'"))} list a file of that name";
            else if (LoadNames.Of(load, source) is null)
                why = source.Reason ?? "the path is empty";
            else
                continue;

            report(new CodeFinding
            {
                Rule = RuleCatalog.DatasetCanBeSeen,
                Kind = FindingKind.NotAssessed,
                Message = $"Which dataset is loaded here cannot be seen at compile time: {why}; name its data card with [Dataset]",
                Location = load.Location,
                Container = load.Container,
                Subject = $"{load.Schema.RowType?.Name ?? "rows"}:{why}",
                Facts =
                [
                    ("path", LoadNames.PathOf(source)),
                    ("resolution", source.Resolution == Resolution.Resolution.Partial ? "partial" : "unknown"),
                    ("reason", why),
                    ("role", use.Role),
                ],
            });
            return;
        }
    }
}
