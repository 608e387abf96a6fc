using System.Globalization;
using System.Text;
using ResponsibleAI.Cli.Reports;
using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Rules;
using ResponsibleAI.Policy.Rules.Explaining;

namespace ResponsibleAI.Cli.RulePacks;

/// <summary>One rule for people: what it says, what it rests on, and cards that show it.</summary>
internal sealed class RuleExplanation(RulePack pack, Rule rule, IReadOnlyList<CitedText> texts)
{
    private readonly RuleInWords _words = RuleInWords.Of(rule);

    public string Text()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{rule.Id}  {rule.Title}\n{rule.Slug}, pack {pack.Name} {pack.Version}, law as of {pack.LawAsOf}\n\n");
        Outline.Wrapped(text, "", _words.Sentence);
        text.Append(CultureInfo.InvariantCulture, $"\nBased on {_words.Basis}.\n");
        foreach (var cite in rule.Cites)
            Outline.Wrapped(text, "  - ", Cited(cite));
        if (_words.When is { } when)
        {
            text.Append("\nIt concerns a case when\n");
            Outline.Append(text, when);
        }

        if (_words.Require is { } require)
        {
            text.Append("\nThen\n");
            Outline.Append(text, require);
        }

        text.Append("\nWhat comes out\n");
        foreach (var outcome in _words.Outcomes)
            Outline.Wrapped(text, "  - ", outcome);
        text.Append(rule.Asks ? "\nIt asks\n" : "\nIt prints\n");
        Outline.Wrapped(text, "  ", _words.Message);
        text.Append("\nWhat to do\n");
        Outline.Wrapped(text, "  ", rule.Fix);
        text.Append("\nKeys it reads\n");
        foreach (var (key, meaning) in _words.Keys)
            Outline.Wrapped(text, $"  - {key}: ", meaning.Length == 0 ? "(no description)" : meaning);
        foreach (var example in Examples())
        {
            text.Append(CultureInfo.InvariantCulture, $"\nExample: it {example.It}\n");
            foreach (var line in example.Written().Split('\n', StringSplitOptions.RemoveEmptyEntries))
                text.Append("    ").Append(line).Append('\n');
            text.Append(CultureInfo.InvariantCulture, $"  -> {example.Expect.Words()}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"\n{rule.Place.Path}, line {rule.Place.Line}; {rule.Tests.Count} tests. Nobody who wrote this is a lawyer.\n").ToString();
    }

    public string Json() => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "rai/rule-explanation/1");
        json.WriteString("id", rule.Id);
        json.WriteString("slug", rule.Slug);
        json.WriteString("title", rule.Title);
        json.WriteString("pack", pack.Name);
        json.WriteString("version", pack.Version);
        json.WriteString("lawAsOf", pack.LawAsOf.ToString());
        json.WriteString("sentence", _words.Sentence);
        json.WriteString("basis", rule.Basis.ToString());
        json.WriteString("severity", rule.Severity.ToString().ToLowerInvariant());
        json.WriteString("dates", _words.Dates);
        json.WriteString("message", _words.Message);
        json.WriteString("fix", rule.Fix);
        json.WriteStartArray("outcomes");
        foreach (var outcome in rule.Possible)
            json.WriteStringValue(outcome.Word());
        json.WriteEndArray();
        json.WriteStartArray("citations");
        foreach (var cite in rule.Cites)
        {
            json.WriteStartObject();
            json.WriteString("law", cite.Law);
            json.WriteString("title", cite.Title);
            json.WriteString("at", cite.At);
            json.WriteString("read", cite.Read.ToString().ToLowerInvariant());
            if (Link(cite) is { } link)
                json.WriteString("link", link);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("keys");
        foreach (var (key, meaning) in _words.Keys)
            json.WriteString(key, meaning);
        json.WriteEndObject();
        json.WriteStartArray("examples");
        foreach (var example in Examples())
        {
            json.WriteStartObject();
            json.WriteString("it", example.It);
            json.WriteString("case", example.Written());
            json.WriteString("outcome", example.Expect.Word());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("path", rule.Place.Path);
        json.WriteNumber("line", rule.Place.Line);
        json.WriteEndObject();
    });

    /// <summary>One test in which it speaks and one in which it does not, as its author wrote them.</summary>
    private IEnumerable<RuleTest> Examples() =>
        new[] { rule.Tests.FirstOrDefault(static test => test.Expect is Outcome.Fail or Outcome.NeedsReview), rule.Tests.FirstOrDefault(static test => test.Expect == Outcome.Pass) ?? rule.Tests.FirstOrDefault(static test => test.Expect == Outcome.NotApplicable) }.OfType<RuleTest>();

    private string Cited(Citation cite)
    {
        var read = cite.Read switch
        {
            ReadMark.Text => Reader(cite) is { Length: > 0 } reader ? $"text read by {reader}" : "text read",
            ReadMark.Secondary => "read in a secondary source only",
            _ => "unverified: nobody checked this line",
        };
        return $"{cite.Title}{(cite.At.Length > 0 ? ", " + cite.At : "")} ({read}){(Link(cite) is { } link ? " " + link : "")}";
    }

    private string Reader(Citation cite) => texts.FirstOrDefault(text => text.Id == cite.Law) is { ReadBy.Length: > 0 } text ? $"{text.ReadBy}, {text.ReadOn}" : "";

    private string? Link(Citation cite) => texts.FirstOrDefault(text => text.Id == cite.Law)?.Link;
}
