using System.Xml;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Build;

/// <summary>Says what a step of the build found, in the build that ran the step and in every later one that skips it.</summary>
public sealed class ReplayResponsibleAIFindings : Task
{
    /// <summary>The stored findings, absolute.</summary>
    [Required]
    public string Findings { get; set; } = "";

    /// <summary>The folder that stored paths start from, absolute.</summary>
    [Required]
    public string Root { get; set; } = "";

    /// <summary>The folder that stored paths starting with rules/ start from, absolute; empty when there are none.</summary>
    public string RulesRoot { get; set; } = "";

    /// <summary>The project or policy file, absolute: the place of what has no other.</summary>
    [Required]
    public string Place { get; set; } = "";

    /// <summary>advise or enforce.</summary>
    [Required]
    public string Mode { get; set; } = "";

    /// <summary>The compiler has just said its findings itself; say only what fails the build and what the compiler cannot know.</summary>
    public bool CompilerRan { get; set; }

    /// <inheritdoc />
    public override bool Execute()
    {
        if (ParseMode() is not { } mode)
        {
            LogError(BuildRules.UnknownWord, $"ResponsibleAIMode is '{Mode}'; write advise or enforce");
            return false;
        }

        try
        {
            Say(StoredFindings.Read(Findings), mode);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or XmlException or FormatException)
        {
            LogError(BuildRules.NoSnapshot, $"The stored findings cannot be read, nothing is assessed; clean and build again: {exception.Message}");
        }

        return !Log.HasLoggedErrors;
    }

    private EnforcementMode? ParseMode() => Mode switch
    {
        _ when Mode.Equals("advise", StringComparison.OrdinalIgnoreCase) => EnforcementMode.Advise,
        _ when Mode.Equals("enforce", StringComparison.OrdinalIgnoreCase) => EnforcementMode.Enforce,
        _ => null,
    };

    private void Say(StoredFindings stored, EnforcementMode mode)
    {
        foreach (var finding in stored.Findings)
        {
            Say(finding, Loudness.Of(finding, mode));
        }

        foreach (var card in stored.Cards)
        {
            Log.LogMessage(MessageImportance.High, "{0}", Summary(card.Id, card.Contradictions, card.ToReview, card.NotStated));
        }

        if (stored.Cards.Count > 1)
        {
            var all = FormattableString.Invariant($"All {stored.Cards.Count} cards");
            Log.LogMessage(
                MessageImportance.High,
                "{0}",
                Summary(all, stored.Cards.Sum(card => card.Contradictions), stored.Cards.Sum(card => card.ToReview), stored.Cards.Sum(card => card.NotStated)));
        }
    }

    private void Say(Finding finding, Severity loudness)
    {
        var place = finding.Location;
        var file = AbsolutePath(place.Path);
        var link = BuildRules.HelpLink(finding.Rule);
        var isNews = !CompilerRan || finding.Rule == BuildRules.NoEvidence;
        switch (loudness)
        {
            case Severity.Error:
                Log.LogError(null, finding.Rule, null, link, file, place.Line, place.Column, place.EndLine, place.EndColumn, Sentence(finding));
                break;
            case Severity.Warning when isNews:
                Log.LogWarning(null, finding.Rule, null, link, file, place.Line, place.Column, place.EndLine, place.EndColumn, Sentence(finding));
                break;
            case Severity.Info when isNews:
                Log.LogMessage(null, finding.Rule, null, file, place.Line, place.Column, place.EndLine, place.EndColumn, MessageImportance.Normal, Sentence(finding));
                break;
        }
    }

    private string AbsolutePath(string path) =>
        RelativePath.To(RulesRoot.Length > 0 && path.StartsWith("rules/", StringComparison.Ordinal) ? RulesRoot : Root, path);

    private static string Sentence(Finding finding)
    {
        var fix = finding.Fix is { Length: > 0 } ? $". {finding.Fix}" : "";
        var citation = finding.Citation.Length > 0 ? $" [{finding.Citation}]" : "";
        return finding.Message + fix + citation;
    }

    private static string Summary(string card, int contradictions, int toReview, int notStated) =>
        FormattableString.Invariant(
            $"{card}: {contradictions} {(contradictions == 1 ? "contradiction" : "contradictions")}, {toReview} to review, {notStated} {(notStated == 1 ? "fact" : "facts")} not stated");

    private void LogError(string code, string message) =>
        Log.LogError(null, code, null, BuildRules.HelpLink(code), Place, 0, 0, 0, 0, message);
}
