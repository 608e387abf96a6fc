using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Linking;
using ResponsibleAI.Policy.Rules.Conditions;

namespace ResponsibleAI.Policy.Rules.Explaining;

/// <summary>What a rule says of a document or of one entry of its list, line by line.</summary>
public sealed record RuleTrial
{
    /// <summary>Entries of a list that are shown; the others are counted.</summary>
    private const int MostEntries = 20;

    /// <summary>The entry by name; empty for the document.</summary>
    public string Element { get; init; } = "";

    /// <summary>What comes out.</summary>
    public Outcome Outcome { get; init; }

    /// <summary>What would be printed; empty unless it fails or asks.</summary>
    public string Message { get; init; } = "";

    /// <summary>Whether its dates let it apply.</summary>
    public TrialLine Dates { get; init; } = null!;

    /// <summary>Whether it concerns this; null when it concerns everything.</summary>
    public TrialLine? When { get; init; }

    /// <summary>Whether what it requires holds; null when it only asks.</summary>
    public TrialLine? Require { get; init; }

    /// <summary>Tries a rule as its pack writes it on a document, entry by entry.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="document">A document of the kind that the rule is about.</param>
    /// <param name="registry">What references lead to.</param>
    /// <param name="asOf">The date of judgement.</param>
    public static IReadOnlyList<RuleTrial> Of(Rule rule, MapNode document, IRegistry registry, Day asOf)
    {
        var evaluation = new Evaluation(document, registry, asOf);
        var trials = new List<RuleTrial>();
        AppliedRule.AsWritten(rule).Judge(evaluation, verdict => trials.Add(new RuleTrial
        {
            Element = verdict.Element is null || rule.ForEach is null ? "" : MessageTemplate.Shown(ElementName.Of(verdict.Element)),
            Outcome = verdict.Outcome,
            Message = verdict.Outcome switch
            {
                Outcome.Fail => rule.Message!.Render(evaluation),
                Outcome.NeedsReview => rule.Review!.Render(evaluation),
                _ => "",
            },
            Dates = Period(rule.Effective ?? Effective.Always, evaluation),
            When = rule.When is null ? null : Line(rule.When, evaluation),
            Require = rule.Require is null ? null : Line(rule.Require, evaluation),
        }));
        return trials;
    }

    private static TrialLine Period(Effective period, Evaluation evaluation)
    {
        var text = (period.From, period.To) switch
        {
            (null, null) => "it applies at any date",
            ({ } from, null) => $"it applies from {from} on",
            (null, { } to) => $"it applies until {to}",
            ({ } from, { } to) => $"it applies from {from} to {to}",
        };
        return new TrialLine(text, AnswerOf(period.Applies(evaluation)), period.At is { } at ? [ValueOf(at, evaluation)] : [], []);
    }

    private static TrialLine Line(Condition condition, Evaluation evaluation)
    {
        var answer = AnswerOf(condition.Evaluate(evaluation));
        return condition switch
        {
            All all => new("all of these hold:", answer, [], [.. all.Parts.Select(part => Line(part, evaluation))]),
            Any any => new("at least one of these holds:", answer, [], [.. any.Parts.Select(part => Line(part, evaluation))]),
            Not { Part: All or Any or Named or ListTest } not => new("not:", answer, [], [Line(not.Part, evaluation)]),
            Not not => Line(not.Part, evaluation) with { Text = ConditionWords.Sentence(condition), Answer = answer },
            Named named => Body(named, answer, evaluation),
            ListTest list => OfList(list, answer, evaluation),
            _ => new(ConditionWords.Sentence(condition), answer, [.. ConditionWords.Paths(condition).Select(path => ValueOf(path, evaluation))], []),
        };
    }

    private static TrialLine Body(Named named, Answer answer, Evaluation evaluation)
    {
        TrialLine? body = null;
        evaluation.Aside(() => body = Line(named.Body, evaluation));
        return named.Title.Length == 0 ? body! : new(named.Title, answer, [], [body!]);
    }

    private static TrialLine OfList(ListTest test, Answer answer, Evaluation evaluation)
    {
        var found = test.Path.Resolve(evaluation);
        var lines = new List<TrialLine>();
        var items = found.Node is ListNode list ? list.Items : [];
        foreach (var item in items.Take(MostEntries))
        {
            if (!evaluation.Enter(test.Scope, item, found))
                break;
            List<TrialLine> parts = [];
            if (test.Where is { } where)
                parts.Add(Line(where, evaluation));
            if (test is Quantified { Body: var body })
                parts.Add(Line(body, evaluation));
            if (parts.Count > 0)
                lines.Add(new($"entry '{MessageTemplate.Shown(ElementName.Of(item))}'", parts.Select(part => part.Answer).Min(), [], parts));
        }

        evaluation.Leave(test.Scope);
        if (items.Count > MostEntries)
            lines.Add(new(FormattableString.Invariant($"{items.Count - MostEntries} more entries"), Answer.Unknown, [], []));
        return new(ConditionWords.Sentence(test), answer, [ValueOf(test.Path, evaluation)], lines);
    }

    private static TrialValue ValueOf(FieldPath path, Evaluation evaluation)
    {
        var found = path.Resolve(evaluation);
        var shown = found.Node switch
        {
            null => null,
            ScalarNode scalar => MessageTemplate.Shown(scalar.Text),
            ListNode { Items.Count: 0 } => "an empty list",
            ListNode list when list.Items.All(item => item is ScalarNode) => MessageTemplate.Shown(string.Join(", ", list.Items.Cast<ScalarNode>().Select(item => item.Text))),
            ListNode { Items.Count: 1 } => "1 entry",
            ListNode list => FormattableString.Invariant($"{list.Items.Count} entries"),
            _ => "keys of its own",
        };
        return new TrialValue(path.IsEntry ? "it" : path.Root == PathRoot.Policy ? path.Written : path.Key, shown, found.Place.Line > 0 ? found.Place : null) { IsImplied = found.IsImplied };
    }

    private static Answer AnswerOf(Truth truth) => (Answer)(int)truth;
}

/// <summary>A line of a condition and what decided it.</summary>
/// <param name="Text">In English.</param>
/// <param name="Answer">Whether it holds.</param>
/// <param name="Values">What it read.</param>
/// <param name="Parts">The lines below it.</param>
public sealed record TrialLine(string Text, Answer Answer, IReadOnlyList<TrialValue> Values, IReadOnlyList<TrialLine> Parts);

/// <summary>A value that a line read.</summary>
/// <param name="Key">Its path in the schema.</param>
/// <param name="Text">As written, cut; null when nobody stated it.</param>
/// <param name="Place">Where it stands, or the nearest thing that does; null when it stands nowhere.</param>
public sealed record TrialValue(string Key, string? Text, SourceSpan? Place)
{
    /// <summary>Nobody wrote it: the format says what silence means.</summary>
    public bool IsImplied { get; init; }
}

/// <summary>The three values of a condition.</summary>
public enum Answer
{
    /// <summary>It does not hold.</summary>
    No,

    /// <summary>A fact that it needs is missing.</summary>
    Unknown,

    /// <summary>It holds.</summary>
    Yes,
}
