using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Build;

/// <summary>How loud the build says a finding. One rule for data cards and for code.</summary>
internal static class Loudness
{
    /// <summary>
    /// A policy that cannot be read as written is an error always, for nothing judged by it can be believed.
    /// Else advise fails nothing, and enforce fails on every error and on every violation or gap that is a warning;
    /// what could not be seen and what a human must answer stay what the policy made them.
    /// </summary>
    public static Severity Of(Finding finding, EnforcementMode mode) => (mode, finding) switch
    {
        _ when IsAboutThePolicyItself(finding.Rule) => finding.Severity,
        (EnforcementMode.Advise, { Severity: Severity.Error }) => Severity.Warning,
        (EnforcementMode.Enforce, { Severity: Severity.Warning, Kind: FindingKind.Violation or FindingKind.Gap }) => Severity.Error,
        _ => finding.Severity,
    };

    /// <summary>Unreadable, against the schema, dangling, ambiguous, or a broken rule.</summary>
    private static bool IsAboutThePolicyItself(string rule) => rule is "RAI9001" or "RAI9002" or "RAI9003" or "RAI9004" or "RAI9005";
}

/// <summary>ResponsibleAIMode.</summary>
internal enum EnforcementMode
{
    /// <summary>Says it and lets the build pass.</summary>
    Advise,

    /// <summary>Fails every build that has it, also one that compiles nothing anew.</summary>
    Enforce,
}
