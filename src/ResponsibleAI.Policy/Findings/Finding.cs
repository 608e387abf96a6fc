namespace ResponsibleAI.Policy.Findings;

/// <summary>What a rule says about a place.</summary>
/// <param name="Rule">The rule id, such as RAI5302 or RAI9001.</param>
/// <param name="Kind">Contradiction, something owed that is missing, something that could not be seen, or a question for a human.</param>
/// <param name="Severity">How loud it is; policy decides.</param>
/// <param name="Message">One sentence; never a data value; control characters removed.</param>
/// <param name="Location">Where.</param>
public sealed record Finding(string Rule, FindingKind Kind, Severity Severity, string Message, SourceSpan Location)
{
    /// <summary>What to do about it; null when the message already says so.</summary>
    public string? Fix { get; init; }

    /// <summary>The citations of the rule, formatted for people, unread ones marked; empty when it has none.</summary>
    public string Citation { get; init; } = "";

    /// <summary>The document and element it is about, by name and never by index, such as "customers-2026/columns/zip".</summary>
    public string Subject { get; init; } = "";

    /// <summary>Lower-case hex SHA-256 over rule and subject, for RAI90xx also over the message: the same finding in the next build.</summary>
    public string Fingerprint { get; init; } = "";
}

/// <summary>What a finding claims. Four words that never stand for one another.</summary>
public enum FindingKind
{
    /// <summary>Something stated contradicts the rule.</summary>
    Violation,

    /// <summary>Something owed is missing.</summary>
    Gap,

    /// <summary>It could not be seen; the message says why.</summary>
    NotAssessed,

    /// <summary>The law needs a human to answer.</summary>
    NeedsReview,
}

/// <summary>How loud a finding is, in the order of MSBuild's importance.</summary>
public enum Severity
{
    /// <summary>Not reported.</summary>
    None,

    /// <summary>A message.</summary>
    Info,

    /// <summary>A warning.</summary>
    Warning,

    /// <summary>An error; with ResponsibleAIMode=enforce it fails the build.</summary>
    Error,
}

/// <summary>A place in a file.</summary>
/// <param name="Path">As given to the policy compiler.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
/// <param name="EndLine">1-based.</param>
/// <param name="EndColumn">1-based, first column after the place.</param>
public readonly record struct SourceSpan(string Path, int Line, int Column, int EndLine, int EndColumn);
