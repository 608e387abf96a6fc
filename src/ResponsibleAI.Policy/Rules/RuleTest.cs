using System.Text;
using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Policy.Rules;

/// <summary>An example inside a rule: a card and what the rule must say of it.</summary>
public sealed record RuleTest
{
    /// <summary>A sentence that begins with the rule, such as "fails without evidence".</summary>
    public string It { get; init; } = "";

    /// <summary>What must come out.</summary>
    public Outcome Expect { get; init; }

    /// <summary>The schema path of a value that decided; null when any will do.</summary>
    public string? At { get; init; }

    /// <summary>The date of judgement; null for the pack's state of the law.</summary>
    public Day? AsOf { get; init; }

    /// <summary>The line of the test.</summary>
    public SourceSpan Place { get; init; }

    /// <summary>The case as YAML, one key a line: the card, and what stands beside it.</summary>
    public string Written()
    {
        var text = new StringBuilder();
        if (AsOf is { } day)
            text.Append("# judged as of ").Append(day).Append('\n');
        foreach (var (name, part) in new[] { ("policy", Policy), ("purposes", Purposes), ("upstream cards", Upstream) })
            foreach (var line in YamlTree.Map((name, part)) is { } beside ? YamlWriter.Write(beside).TrimEnd('\n').Split('\n') : [])
                text.Append("# ").Append(line).Append('\n');
        if (Card is { Entries.Count: > 0 } card)
            text.Append(YamlWriter.Write(card));
        else
            text.Append("# a card that says nothing\n");
        return text.ToString();
    }

    internal YamlMapping? Card { get; init; }

    internal YamlMapping? Purposes { get; init; }

    internal YamlMapping? Upstream { get; init; }

    internal YamlMapping? Policy { get; init; }
}

/// <summary>What a rule says of a document or of one entry in it.</summary>
public enum Outcome
{
    /// <summary>What it requires holds.</summary>
    Pass,

    /// <summary>It has nothing to say here.</summary>
    NotApplicable,

    /// <summary>A human must answer.</summary>
    NeedsReview,

    /// <summary>A fact that it needs is missing.</summary>
    NotStated,

    /// <summary>Something stated contradicts it.</summary>
    Fail,
}
