using System.Globalization;
using System.Text;
using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Rules.Conditions;

namespace ResponsibleAI.Policy.Rules;

/// <summary>A sentence with places for values: <c>{path}</c> in the scope of the rule and <c>{threshold:name}</c>.</summary>
internal sealed class MessageTemplate
{
    private const int ValueLimit = 80;
    private const string ThresholdMark = "threshold:";
    private readonly List<Part> _parts = [];

    private sealed record Part(string Text, FieldValues? Values, string? Threshold);

    /// <summary>As its author wrote it.</summary>
    public string Written { get; private init; } = "";

    /// <summary>Reads a template; null after a finding.</summary>
    public static MessageTemplate? Parse(string text, RuleScope scope, PathParser paths, RuleVocabulary vocabulary, FindingList findings, SourceSpan at)
    {
        var template = new MessageTemplate { Written = text };
        var position = 0;
        while (position < text.Length)
        {
            var open = text.IndexOf('{', position);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
                break;
            template._parts.Add(new(text.Substring(position, open - position), null, null));
            var name = text.Substring(open + 1, close - open - 1);
            if (name.StartsWith(ThresholdMark, StringComparison.Ordinal))
            {
                name = name.Substring(ThresholdMark.Length);
                if (!vocabulary.Thresholds.ContainsKey(name))
                {
                    findings.Add(PolicyRules.DanglingReference, FindingKind.Violation, Severity.Error, Dangling.Threshold(name, vocabulary), at);
                    return null;
                }

                template._parts.Add(new("", null, name));
            }
            else if (paths.Values(name, scope, at) is { } values)
            {
                template._parts.Add(new("", values, null));
            }
            else
            {
                return null;
            }

            position = close + 1;
        }

        template._parts.Add(new(text.Substring(position), null, null));
        return template;
    }

    public string Render(Evaluation evaluation)
    {
        var message = new StringBuilder();
        foreach (var part in _parts)
        {
            message.Append(part.Text);
            if (part.Threshold is { } threshold)
                message.Append(string.Format(CultureInfo.InvariantCulture, "{0}", evaluation.Threshold(threshold) ?? "not stated"));
            else if (part.Values is { } values)
                message.Append(Shown(values, evaluation));
        }

        return message.ToString();
    }

    /// <summary>A text of strangers: cut, on one line, nothing that a terminal would obey.</summary>
    public static string Shown(string text)
    {
        var shown = new StringBuilder();
        foreach (var character in text)
        {
            if (shown.Length >= ValueLimit)
                return shown.Append('…').ToString();
            if (CharUnicodeInfo.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
                shown.Append(character);
        }

        return shown.ToString();
    }

    private static string Shown(FieldValues values, Evaluation evaluation)
    {
        var texts = new List<string>();
        values.Visit(evaluation, found =>
        {
            if (texts.Count < ValueLimit && found.Node is { } node)
                texts.Add(node is ScalarNode scalar ? scalar.Text : ElementName.Of(node));
        });
        return texts.Count == 0 ? "not stated" : Shown(string.Join(", ", texts.Where(text => text.Length > 0)));
    }
}
