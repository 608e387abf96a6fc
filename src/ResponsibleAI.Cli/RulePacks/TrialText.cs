using System.Globalization;
using System.Text;
using System.Text.Json;
using ResponsibleAI.Cli.Reports;
using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Rules;
using ResponsibleAI.Policy.Rules.Explaining;

namespace ResponsibleAI.Cli.RulePacks;

/// <summary>What came out when a rule was tried on a document: for each line of its condition the answer, and the value that decided it with its place.</summary>
internal sealed class TrialText(Rule rule, IReadOnlyList<(JudgeableDocument Document, IReadOnlyList<RuleTrial> Trials)> tried, Day asOf)
{
    private const int MostShown = 10;

    public string Text()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{rule.Id}  {rule.Title}\n");
        foreach (var (document, trials) in tried)
        {
            text.Append(CultureInfo.InvariantCulture, $"on '{document.Id}' ({document.Path}), as of {asOf}, as its pack writes the rule\n");
            if (trials.Count == 0)
                text.Append("\nnot applicable: the document has no entries that the rule could be asked for\n");
            Append(text, trials, document.Path);
        }

        return text.ToString();
    }

    public string Json() => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "rai/rule-trial/1");
        json.WriteString("rule", rule.Id);
        json.WriteString("asOf", asOf.ToString());
        json.WriteStartArray("documents");
        foreach (var (document, trials) in tried)
        {
            json.WriteStartObject();
            json.WriteString("id", document.Id);
            json.WriteString("path", document.Path);
            json.WriteStartArray("trials");
            foreach (var trial in trials)
                Write(json, trial);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, RuleTrial trial)
    {
        json.WriteStartObject();
        json.WriteString("element", trial.Element);
        json.WriteString("outcome", trial.Outcome.Word());
        if (trial.Message.Length > 0)
            json.WriteString("message", trial.Message);
        foreach (var (name, line) in new[] { ("dates", trial.Dates), ("when", trial.When), ("require", trial.Require) })
        {
            if (line is null)
                continue;
            json.WritePropertyName(name);
            Write(json, line);
        }

        json.WriteEndObject();
    }

    /// <summary>Entries that need somebody come first and in full; of the others one of each outcome shows why, and the rest are named.</summary>
    private static void Append(StringBuilder text, IReadOnlyList<RuleTrial> trials, string own)
    {
        foreach (var outcome in trials.GroupBy(static trial => trial.Outcome).OrderByDescending(static group => group.Key))
        {
            var shown = outcome.Take(outcome.Key is Outcome.Pass or Outcome.NotApplicable ? 1 : MostShown).ToList();
            foreach (var trial in shown)
            {
                text.Append('\n').Append(trial.Element.Length > 0 ? $"'{trial.Element}': " : "").Append(trial.Outcome.Words()).Append('\n');
                if (trial.Message.Length > 0)
                    Outline.Wrapped(text, "  ", trial.Message);
                Append(text, trial.Dates, 1, own);
                Append(text, "when", trial.When, own);
                Append(text, "require", trial.Require, own);
            }

            if (outcome.Count() > shown.Count)
                Outline.Wrapped(text, $"{outcome.Key.Words()} too: ", string.Join(", ", outcome.Skip(shown.Count).Select(static trial => $"'{trial.Element}'")));
        }
    }

    private static void Append(StringBuilder text, string part, TrialLine? line, string own)
    {
        if (line is null)
            return;
        text.Append("  ").Append(part).Append('\n');
        Append(text, line, 2, own);
    }

    private static void Append(StringBuilder text, TrialLine line, int depth, string own)
    {
        var margin = new string(' ', depth * 2);
        Outline.Wrapped(text, $"{margin}{Word(line.Answer),-7} ", line.Text);
        foreach (var value in line.Values)
            Outline.Wrapped(text, margin + "        ", Shown(value, own));
        foreach (var part in line.Parts)
            Append(text, part, depth + 1, own);
    }

    private static string Shown(TrialValue value, string own)
    {
        var at = value.Place is not { Line: > 0 } place ? ""
            : place.Path == own ? string.Create(CultureInfo.InvariantCulture, $"line {place.Line}")
            : string.Create(CultureInfo.InvariantCulture, $"{place.Path}, line {place.Line}");
        return value switch
        {
            { Text: null } => $"{value.Key} is not stated{(at.Length > 0 ? $"; nearest: {at}" : "")}",
            { IsImplied: true } => $"{value.Key} is not written, which means {value.Text}",
            _ => $"{value.Key} = {value.Text}{(at.Length > 0 ? $" ({at})" : "")}",
        };
    }

    private static string Word(Answer answer) => answer switch
    {
        Answer.Yes => "yes",
        Answer.No => "no",
        _ => "unknown",
    };

    private static void Write(Utf8JsonWriter json, TrialLine line)
    {
        json.WriteStartObject();
        json.WriteString("text", line.Text);
        json.WriteString("answer", Word(line.Answer));
        if (line.Values.Count > 0)
        {
            json.WriteStartArray("values");
            foreach (var value in line.Values)
            {
                json.WriteStartObject();
                json.WriteString("key", value.Key);
                json.WriteBoolean("stated", value is { Text: not null, IsImplied: false });
                if (value.Text is { } shown)
                    json.WriteString("value", shown);
                if (value.Place is { Line: > 0 } place)
                {
                    json.WriteString("path", place.Path);
                    json.WriteNumber("line", place.Line);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (line.Parts.Count > 0)
        {
            json.WriteStartArray("parts");
            foreach (var part in line.Parts)
                Write(json, part);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
