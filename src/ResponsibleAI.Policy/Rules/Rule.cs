using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Rules.Conditions;

namespace ResponsibleAI.Policy.Rules;

/// <summary>One sentence about one kind of document: for each <see cref="ForEach"/>, when <see cref="When"/>, then <see cref="Require"/>.</summary>
public sealed record Rule
{
    /// <summary>Such as RAI5302; never used twice.</summary>
    public string Id { get; init; } = "";

    /// <summary>Pack and name, such as gdpr/consent-evidence.</summary>
    public string Slug { get; init; } = "";

    /// <summary>The obligation in a few words.</summary>
    public string Title { get; init; } = "";

    /// <summary>The documents it judges.</summary>
    public DocumentKind About { get; init; }

    /// <summary>How loud a contradiction is before the policy speaks.</summary>
    public Severity Severity { get; init; }

    /// <summary>What it rests on.</summary>
    public RuleBasis Basis { get; init; }

    /// <summary>It applies only where the policy lists this jurisdiction; null for everywhere.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>What it cites.</summary>
    public IReadOnlyList<Citation> Cites { get; init; } = [];

    /// <summary>Whether saying nothing counts as failing; lawful only where a stated fact opened the rule.</summary>
    public bool FailsWhenSilent { get; init; }

    /// <summary>What to do about a contradiction.</summary>
    public string Fix { get; init; } = "";

    /// <summary>The examples its author wrote.</summary>
    public IReadOnlyList<RuleTest> Tests { get; init; } = [];

    /// <summary>Its id in the pack's file.</summary>
    public SourceSpan Place { get; init; }

    /// <summary>Whether it asks a human instead of failing.</summary>
    public bool Asks => Review is not null;

    /// <summary>The outcomes it can have, so far as its shape tells; its tests should show each.</summary>
    public IReadOnlyList<Outcome> Possible
    {
        get
        {
            var possible = new List<Outcome>();
            if (Require is not null)
                possible.Add(Outcome.Pass);
            if (When is not null)
                possible.Add(Outcome.NotApplicable);
            if (!(When ?? Require)!.IsTwoValued)
                possible.Add(Outcome.NotStated);
            if (Require is null or { CanBeFalse: true })
                possible.Add(Asks ? Outcome.NeedsReview : Outcome.Fail);
            return possible;
        }
    }

    /// <summary>Its first and its last day; null for ever since, and for good.</summary>
    public (Day? From, Day? To) Period => (Effective?.From, Effective?.To);

    internal Effective? Effective { get; init; }

    internal FieldPath? ForEach { get; init; }

    internal Condition? When { get; init; }

    internal Condition? Require { get; init; }

    internal FieldPath? At { get; init; }

    internal MessageTemplate? Message { get; init; }

    internal MessageTemplate? Review { get; init; }

    /// <summary>The scope its conditions are written in, for those that a policy adds.</summary>
    internal RuleScope Scope { get; init; } = null!;

    /// <summary>What of its pack such conditions may name.</summary>
    internal PackNames Names { get; init; } = null!;
}

/// <summary>A pack: one file, one owner.</summary>
/// <param name="Name">Such as gdpr.</param>
/// <param name="Title">For people.</param>
/// <param name="Version">Its version.</param>
/// <param name="LawAsOf">The state of the law its authors read; the date of judgement of tests that give none.</param>
/// <param name="Path">Its file.</param>
/// <param name="Rules">The rules that can be applied; a wrong one is a finding and not here.</param>
public sealed record RulePack(string Name, string Title, string Version, Day LawAsOf, string Path, IReadOnlyList<Rule> Rules)
{
    /// <summary>Who answers for it; empty when nobody is named.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The second pair of eyes; empty when nobody is named.</summary>
    public string ReviewedBy { get; init; } = "";

    /// <summary>When it must be looked at again; null when no day is named.</summary>
    public Day? ReviewBy { get; init; }
}

/// <summary>What a rule judges.</summary>
public enum DocumentKind
{
    /// <summary>rai/cards/*.datacard.yaml.</summary>
    DataCard,

    /// <summary>rai/cards/*.modelcard.yaml.</summary>
    ModelCard,

    /// <summary>An entry of rai/purposes.yaml.</summary>
    Purpose,
}

/// <summary>What a rule rests on.</summary>
public enum RuleBasis
{
    /// <summary>The text of a law.</summary>
    Law,

    /// <summary>What an authority recommends.</summary>
    Guidance,

    /// <summary>The terms of a license.</summary>
    License,

    /// <summary>What careful people do.</summary>
    GoodPractice,

    /// <summary>What the organization chose; every rule with a threshold.</summary>
    Organization,
}

/// <summary>A citation with its own read mark: one unread line among nine read ones stays visible.</summary>
/// <param name="Law">An id of rules/laws.yaml, or a license id.</param>
/// <param name="Title">As people cite it.</param>
/// <param name="At">Article, section or recital.</param>
/// <param name="Read">Who looked.</param>
public sealed record Citation(string Law, string Title, string At, ReadMark Read)
{
    /// <inheritdoc />
    public override string ToString()
    {
        var cited = At.Length == 0 ? Title : $"{Title} {At}";
        return Read switch
        {
            ReadMark.Text => cited,
            ReadMark.Secondary => cited + " (read in a secondary source)",
            _ => "unverified: " + cited,
        };
    }
}

/// <summary>How a citation was checked.</summary>
public enum ReadMark
{
    /// <summary>Somebody read the text itself.</summary>
    Text,

    /// <summary>Somebody read about it.</summary>
    Secondary,

    /// <summary>Nobody checked.</summary>
    Unverified,
}

/// <summary>When a rule applies.</summary>
/// <param name="From">Its first day; null for ever since.</param>
/// <param name="To">Its last day; null for good.</param>
/// <param name="At">The date that is judged; null for the date of judgement.</param>
internal sealed record Effective(Day? From, Day? To, FieldPath? At)
{
    public static readonly Effective Always = new(null, null, null);

    public Truth Applies(Evaluation evaluation)
    {
        if (From is null && To is null)
            return Truth.True;
        var date = At is null ? evaluation.Today : Operand.Of(At.Resolve(evaluation).Node);
        if (ReferenceEquals(date, Operand.None) || date is not DateInterval judged)
            return Truth.Unknown;
        var result = Truth.True;
        if (From is { } from)
            result = result.And(Scalars.Compare(judged, Comparison.GreaterOrSame, new DateInterval(from, from)));
        if (To is { } to)
            result = result.And(Scalars.Compare(judged, Comparison.LessOrSame, new DateInterval(to, to)));
        return result;
    }
}
