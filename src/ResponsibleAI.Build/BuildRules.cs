namespace ResponsibleAI.Build;

/// <summary>The ids the build itself reports, and where a rule is explained.</summary>
internal static class BuildRules
{
    /// <summary>A property or a word in the policy is not one that exists.</summary>
    public const string UnknownWord = "RAI9002";

    /// <summary>The policy snapshot could not be made or read.</summary>
    public const string NoSnapshot = "RAI9010";

    /// <summary>The evidence that analysis ran is missing.</summary>
    public const string NoEvidence = "RAI9011";

    private const string Documentation = "https://github.com/responsible-ai-analyzers/ResponsibleAI.Analyzers/blob/main/docs/rules/";

    /// <summary>The page that explains a rule.</summary>
    public static string HelpLink(string rule) => $"{Documentation}{rule}.md";
}
