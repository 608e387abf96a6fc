using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ResponsibleAI.Analyzers;

/// <summary>Every id the analyzers may report. Ids are append-only.</summary>
/// <remarks>
/// Severities are chosen so that adopting the package breaks no build by itself: violations and the gaps a developer closes in minutes
/// (a purpose, a card, a fairness check) warn, because an Info is invisible on the command line; what the analyzers merely could not
/// see is Info, because it is our limit and not the developer's fault. Policy raises and lowers all of them.
/// </remarks>
internal static class RuleCatalog
{
    public const string PersonalDataNeedsPurpose = "RAI1001";
    public const string PurposeIsInForce = "RAI1002";
    public const string PurposeAllowsData = "RAI1003";
    public const string DatasetHasCard = "RAI2001";
    public const string CardAllowsUse = "RAI2002";
    public const string DatasetCanBeSeen = "RAI2003";
    public const string CodeMatchesCard = "RAI2004";
    public const string ModelIsCheckedForFairness = "RAI3001";
    public const string KeepAlive = "RAI9000";
    public const string PolicyIsCurrent = "RAI9010";
    public const string AnalysisRan = "RAI9011";

    private const string PersonalData = "PersonalData";
    private const string Datasets = "Datasets";
    private const string Fairness = "Fairness";
    private const string PolicyIntegrity = "PolicyIntegrity";

    private static readonly DiagnosticDescriptor s_personalDataNeedsPurpose = new(PersonalDataNeedsPurpose, "Personal data reaches training and no purpose is declared", "{0}", PersonalData, DiagnosticSeverity.Warning, true, helpLinkUri: HelpLinkOf(PersonalDataNeedsPurpose));
    private static readonly DiagnosticDescriptor s_purposeIsInForce = new(PurposeIsInForce, "The declared purpose is not in the register or is past its review date", "{0}", PersonalData, DiagnosticSeverity.Warning, true, helpLinkUri: HelpLinkOf(PurposeIsInForce));
    private static readonly DiagnosticDescriptor s_purposeAllowsData = new(PurposeAllowsData, "The purpose does not allow this data", "{0}", PersonalData, DiagnosticSeverity.Warning, true, helpLinkUri: HelpLinkOf(PurposeAllowsData));
    private static readonly DiagnosticDescriptor s_datasetHasCard = new(DatasetHasCard, "A dataset is loaded with no data card", "{0}", Datasets, DiagnosticSeverity.Warning, true, helpLinkUri: HelpLinkOf(DatasetHasCard));
    private static readonly DiagnosticDescriptor s_cardAllowsUse = new(CardAllowsUse, "The data card does not allow this use", "{0}", Datasets, DiagnosticSeverity.Warning, true, helpLinkUri: HelpLinkOf(CardAllowsUse));
    private static readonly DiagnosticDescriptor s_datasetCanBeSeen = new(DatasetCanBeSeen, "Which dataset this is cannot be seen at compile time", "{0}", Datasets, DiagnosticSeverity.Info, true, helpLinkUri: HelpLinkOf(DatasetCanBeSeen));
    private static readonly DiagnosticDescriptor s_codeMatchesCard = new(CodeMatchesCard, "The code loads a column that the data card does not have", "{0}", Datasets, DiagnosticSeverity.Warning, true, helpLinkUri: HelpLinkOf(CodeMatchesCard));
    private static readonly DiagnosticDescriptor s_modelIsCheckedForFairness = new(ModelIsCheckedForFairness, "A model about people is saved or served with no fairness check", "{0}", Fairness, DiagnosticSeverity.Warning, true, helpLinkUri: HelpLinkOf(ModelIsCheckedForFairness), customTags: [WellKnownDiagnosticTags.CompilationEnd]);
    private static readonly DiagnosticDescriptor s_policyIsCurrent = new(PolicyIsCurrent, "The policy snapshot is missing, unreadable or older than its sources", "{0}", PolicyIntegrity, DiagnosticSeverity.Warning, true, helpLinkUri: HelpLinkOf(PolicyIsCurrent), customTags: [WellKnownDiagnosticTags.CompilationEnd]);

    /// <summary>Never reported: while it is enabled the compiler does not skip the analyzer, so that locked rules stay locked.</summary>
    private static readonly DiagnosticDescriptor s_keepAlive = new(KeepAlive, "Responsible-AI analysis is on", "{0}", PolicyIntegrity, DiagnosticSeverity.Hidden, true, helpLinkUri: HelpLinkOf(KeepAlive), customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    private static readonly DiagnosticDescriptor s_analysisRan = new(AnalysisRan, "Responsible-AI analysis ran", "{0}", PolicyIntegrity, DiagnosticSeverity.Info, true, helpLinkUri: HelpLinkOf(AnalysisRan), customTags: [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.CompilationEnd]);

    /// <summary>All of them, sorted by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(
        s_personalDataNeedsPurpose, s_purposeIsInForce, s_purposeAllowsData,
        s_datasetHasCard, s_cardAllowsUse, s_datasetCanBeSeen, s_codeMatchesCard,
        s_modelIsCheckedForFairness,
        s_keepAlive, s_policyIsCurrent, s_analysisRan);

    public static DiagnosticDescriptor Descriptor(string id)
    {
        foreach (var descriptor in All)
            if (descriptor.Id == id)
                return descriptor;
        throw new ArgumentOutOfRangeException(nameof(id), id, "not a rule of the analyzers");
    }

    public static string HelpLinkOf(string id) => $"https://github.com/responsible-ai-analyzers/ResponsibleAI.Analyzers/blob/main/docs/rules/{id}.md";
}
