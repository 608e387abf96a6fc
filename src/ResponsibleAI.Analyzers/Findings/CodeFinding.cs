using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ResponsibleAI.Analyzers.Findings;

/// <summary>What a rule says about a place in code.</summary>
internal sealed record CodeFinding
{
    public required string Rule { get; init; }

    public required FindingKind Kind { get; init; }

    /// <summary>One sentence that names the thing, its category, the path it took and what decided.</summary>
    public required string Message { get; init; }

    public required Location Location { get; init; }

    /// <summary>The hops, first to last.</summary>
    public IReadOnlyList<Location> Hops { get; init; } = [];

    /// <summary>The member the place is in: with <see cref="Subject"/> it identifies the finding from build to build.</summary>
    public required ISymbol Container { get; init; }

    /// <summary>What it is about, by name: a file, a column, a purpose. Never a line.</summary>
    public required string Subject { get; init; }

    /// <summary>Facts for SARIF and reports; null values are left out.</summary>
    public IReadOnlyList<(string Name, string? Value)> Facts { get; init; } = [];

    public string Fingerprint => ContentHash.Of($"{Rule}\n{Container.GetDocumentationCommentId() ?? Container.ToDisplayString()}\n{Subject}");

    public ImmutableDictionary<string, string?> Properties()
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        properties["rule"] = Rule;
        properties["kind"] = Kind switch
        {
            FindingKind.Violation => "violation",
            FindingKind.Gap => "gap",
            FindingKind.NotAssessed => "not-assessed",
            _ => "needs-review",
        };
        properties["subject"] = Subject;
        properties["fingerprint"] = Fingerprint;
        foreach (var (name, value) in Facts)
            if (value is not null)
                properties[name] = value;
        return properties.ToImmutable();
    }
}

/// <summary>What a finding claims. Four words that never stand for one another.</summary>
internal enum FindingKind
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
