using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Rules.Conditions;

namespace ResponsibleAI.Policy.Rules.Explaining;

/// <summary>A rule in English, made of its YAML, so that what a lawyer reads is what the tool does.</summary>
public sealed record RuleInWords
{
    /// <summary>The whole rule as one paragraph. Keys stand between backticks.</summary>
    public required string Sentence { get; init; }

    /// <summary>Such as "For each purpose of a data card".</summary>
    public required string Scope { get; init; }

    /// <summary>Whom it concerns; null for everybody.</summary>
    public Clause? When { get; init; }

    /// <summary>What must hold; null for a rule that only asks.</summary>
    public Clause? Require { get; init; }

    /// <summary>What comes out when, one line each.</summary>
    public required IReadOnlyList<string> Outcomes { get; init; }

    /// <summary>When it applies.</summary>
    public required string Dates { get; init; }

    /// <summary>What it rests on.</summary>
    public required string Basis { get; init; }

    /// <summary>What is printed; places for values stand in braces.</summary>
    public required string Message { get; init; }

    /// <summary>The keys it reads and what each means, in order of reading.</summary>
    public required IReadOnlyList<(string Key, string Meaning)> Keys { get; init; }

    /// <summary>Puts a rule into words.</summary>
    public static RuleInWords Of(Rule rule)
    {
        var scope = Where(rule);
        var opens = rule.When is null ? "" : $", when {ConditionWords.Sentence(rule.When)}";
        var duty = rule.Require is null ? "a human must answer" : $"{(rule.When is null ? "" : "then ")}{ConditionWords.Sentence(rule.Require, must: true)}";
        var silence = rule.FailsWhenSilent ? " Saying nothing counts as failing." : rule is { Asks: true, Require: not null } ? " Where it is not so, a human answers." : "";
        return new RuleInWords
        {
            Sentence = $"{scope}{opens}, {duty}.{silence} {Period(rule)}",
            Scope = scope,
            When = rule.When is null ? null : ConditionWords.Lines(rule.When),
            Require = rule.Require is null ? null : ConditionWords.Lines(rule.Require, must: true),
            Outcomes = [.. OutcomesOf(rule)],
            Dates = Period(rule),
            Basis = Words(rule.Basis) + (rule.Jurisdiction is { } jurisdiction ? $"; applies where the policy lists the jurisdiction {jurisdiction}" : ""),
            Message = (rule.Review ?? rule.Message)?.Written ?? "",
            Keys = [.. ConditionWords.Paths(rule.When).Concat(ConditionWords.Paths(rule.Require))
                .Where(path => !path.IsEntry)
                .GroupBy(path => path.Root == PathRoot.Policy ? path.Written : path.Key, StringComparer.Ordinal)
                .Select(path => (path.Key, ConditionWords.Meaning(path.First().Field)))],
        };
    }

    /// <summary>What a kind of document is called, with its article.</summary>
    public static string Noun(DocumentKind kind) => kind switch
    {
        DocumentKind.DataCard => "a data card",
        DocumentKind.ModelCard => "a model card",
        _ => "a purpose",
    };

    /// <summary>What a rule rests on, as part of a sentence.</summary>
    public static string Words(RuleBasis basis) => basis switch
    {
        RuleBasis.Law => "the text of a law",
        RuleBasis.Guidance => "what an authority recommends",
        RuleBasis.License => "the terms of a license",
        RuleBasis.GoodPractice => "good practice, no law",
        _ => "what the organization chose",
    };

    private static string Where(Rule rule) => rule.ForEach is { } list
        ? $"For each {(list.Key.IndexOf('.') < 0 ? rule.Scope.Name : $"entry of `{list.Key}`")} of {Noun(rule.About)}"
        : $"For {Noun(rule.About)}";

    private static string Period(Rule rule)
    {
        if (rule.Effective is not { } effective || effective.From is null && effective.To is null)
            return "It applies at any date.";
        var period = (effective.From, effective.To) switch
        {
            ({ } from, { } to) => $"from {from} to {to}",
            ({ } from, null) => $"from {from} on",
            (_, { } to) => $"until {to}",
            _ => "",
        };
        return effective.At is { } date ? $"It applies {period}, judged at the date `{date.Written}`." : $"It applies {period}.";
    }

    private static IEnumerable<string> OutcomesOf(Rule rule)
    {
        foreach (var outcome in rule.Possible)
            yield return outcome switch
            {
                Outcome.Pass => "pass: what must hold holds",
                Outcome.NotApplicable => "not applicable: it does not concern this " + (rule.ForEach is null ? "document" : "entry"),
                Outcome.NotStated => "not stated: a fact that it needs is missing. That is reported once per document and key, as loud as the policy says",
                Outcome.NeedsReview => "needs review: a human answers, and the answer is kept in waivers.yaml",
                _ => $"fail: {(rule.Severity == Severity.Error ? "an error" : rule.Severity == Severity.Warning ? "a warning" : "a message")}{(rule.FailsWhenSilent ? ", also when the card says nothing, because something it states made this a duty" : "")}",
            };
    }
}
