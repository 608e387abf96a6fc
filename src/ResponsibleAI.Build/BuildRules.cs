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

    private const string CardRule = "RAI5";
    private const string NotStated = "RAI5000";

    /// <summary>The page that explains a rule; the rules about cards share one.</summary>
    public static string HelpLink(string rule) =>
        rule.StartsWith(CardRule, StringComparison.Ordinal) && rule != NotStated ? $"{Documentation}cards.md#{rule.ToLowerInvariant()}" : $"{Documentation}{rule}.md";
}
