using System.Text;

namespace ResponsibleAI.Policy.Findings;

/// <summary>Collects the findings about one file's text, at most <see cref="Limit"/>, and makes texts of strangers safe to print.</summary>
internal sealed class FindingList(string path)
{
    /// <summary>Beyond this many a person mends the first ones and builds again.</summary>
    public const int Limit = 100;

    private const int QuoteLimit = 80;
    private readonly List<Finding> _findings = [];
    private readonly HashSet<(string, SourceSpan)> _seen = [];

    public string Path { get; } = path;

    public IReadOnlyList<Finding> Items => _findings;

    public bool IsFull => _findings.Count > Limit;

    /// <summary>Something of the file was left out: not read, not allowed by its format, or a rule that cannot be applied.</summary>
    public bool LeftSomethingOut { get; private set; }

    /// <summary>The file or a part of it was not read.</summary>
    public void NotAssessed(string message, SourceSpan at) => Add(PolicyRules.Unreadable, FindingKind.NotAssessed, Severity.Error, message, at);

    /// <summary>The format does not allow it.</summary>
    public void Wrong(string message, SourceSpan at) => Add(PolicyRules.Schema, FindingKind.Violation, Severity.Error, message, at);

    /// <summary>A name that nothing is known by.</summary>
    public void Dangling(string message, SourceSpan at, Severity severity = Severity.Error) => Add(PolicyRules.DanglingReference, FindingKind.Violation, severity, message, at);

    /// <summary>It was read, and is written otherwise today.</summary>
    public void Hint(string message, SourceSpan at) => Add(PolicyRules.Schema, FindingKind.Violation, Severity.Info, message, at);

    public void Add(string rule, FindingKind kind, Severity severity, string message, SourceSpan at)
    {
        if (IsFull || !_seen.Add((message, at)))
        {
            return;
        }

        if (_findings.Count == Limit)
        {
            (rule, kind, severity) = (PolicyRules.Unreadable, FindingKind.NotAssessed, Severity.Error);
            message = $"This file has more than {Limit} findings; the others are not shown";
        }

        LeftSomethingOut |= severity == Severity.Error && (rule is PolicyRules.Unreadable or PolicyRules.Schema or PolicyRules.Rule);
        _findings.Add(new Finding(rule, kind, severity, Printable(message), at) { Subject = Path });
    }

    private static string Printable(string message) =>
        message.Any(char.IsControl) ? string.Concat(message.Where(character => !char.IsControl(character))) : message;

    /// <summary>The text between backticks, cut, without control characters.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("`");
        foreach (var character in text)
        {
            if (quoted.Length > QuoteLimit)
            {
                quoted.Append('…');
                break;
            }

            if (!char.IsControl(character) && !char.IsSurrogate(character))
            {
                quoted.Append(character);
            }
        }

        return quoted.Append('`').ToString();
    }
}
