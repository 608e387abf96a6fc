using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Anonymization;
using ResponsibleAI.Analyzers.Datasets;
using ResponsibleAI.Analyzers.Fairness;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.PersonalData;

namespace ResponsibleAI.Analyzers;

/// <summary>Every id the analyzers may report and the rules that report them. Ids are append-only.</summary>
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
    public const string SpecialCategoryNeedsCondition = "RAI1004";
    public const string NoDirectIdentifierIsFeature = "RAI1005";
    public const string LoadedDataIsUsed = "RAI1006";
    public const string TrainingDataStays = "RAI1007";
    public const string DatasetHasCard = "RAI2001";
    public const string CardAllowsUse = "RAI2002";
    public const string DatasetCanBeSeen = "RAI2003";
    public const string CodeMatchesCard = "RAI2004";
    public const string DownloadHasSource = "RAI2005";
    public const string ModelIsCheckedForFairness = "RAI3001";
    public const string CheckCoversProtectedAttributes = "RAI3002";
    public const string CheckHasConsequence = "RAI3003";
    public const string NoProtectedFeature = "RAI3004";
    public const string ModelIsEvaluatedOnHeldOutRows = "RAI3005";
    public const string HashingIsNotAnonymization = "RAI4001";
    public const string NoiseIsPrivate = "RAI4002";
    public const string KeepAlive = "RAI9000";
    public const string PolicyIsCurrent = "RAI9010";
    public const string AnalysisRan = "RAI9011";

    private const string PersonalData = "PersonalData";
    private const string Datasets = "Datasets";
    private const string Fairness = "Fairness";
    private const string Anonymization = "Anonymization";
    private const string PolicyIntegrity = "PolicyIntegrity";

    private static readonly DiagnosticDescriptor s_personalDataNeedsPurpose = new(PersonalDataNeedsPurpose, "Personal data reaches training and no purpose is declared", "{0}", PersonalData, DiagnosticSeverity.Warning, true, helpLinkUri: HelpLinkOf(PersonalDataNeedsPurpose));
    private static readonly DiagnosticDescriptor s_purposeIsInForce = new(PurposeIsInForce, "The declared purpose is not in the register or is past its review date", "{0}", PersonalData, DiagnosticSeverity.Warning, true, helpLinkUri: HelpLinkOf(PurposeIsInForce));
    private static readonly DiagnosticDescriptor s_purposeAllowsData = new(PurposeAllowsData, "The purpose does not allow this data", "{0}", PersonalData, DiagnosticSeverity.Warning, true, helpLinkUri: HelpLinkOf(PurposeAllowsData));
    private static readonly DiagnosticDescriptor s_specialCategoryNeedsCondition = new(SpecialCategoryNeedsCondition, "Special-category data reaches training and no condition that allows it is named", "{0}", PersonalData, DiagnosticSeverity.Warning, true, helpLinkUri: HelpLinkOf(SpecialCategoryNeedsCondition));
    private static readonly DiagnosticDescriptor s_noDirectIdentifierIsFeature = new(NoDirectIdentifierIsFeature, "A direct identifier is a model feature", "{0}", PersonalData, DiagnosticSeverity.Warning, true, helpLinkUri: HelpLinkOf(NoDirectIdentifierIsFeature));
    private static readonly DiagnosticDescriptor s_loadedDataIsUsed = new(LoadedDataIsUsed, "A personal column is loaded and never used", "{0}", PersonalData, DiagnosticSeverity.Info, true, helpLinkUri: HelpLinkOf(LoadedDataIsUsed), customTags: [WellKnownDiagnosticTags.CompilationEnd]);
    private static readonly DiagnosticDescriptor s_trainingDataStays = new(TrainingDataStays, "Personal training data leaves the program", "{0}", PersonalData, DiagnosticSeverity.Warning, true, helpLinkUri: HelpLinkOf(TrainingDataStays), customTags: [WellKnownDiagnosticTags.CompilationEnd]);
    private static readonly DiagnosticDescriptor s_datasetHasCard = new(DatasetHasCard, "A dataset is loaded with no data card", "{0}", Datasets, DiagnosticSeverity.Warning, true, helpLinkUri: HelpLinkOf(DatasetHasCard));
    private static readonly DiagnosticDescriptor s_cardAllowsUse = new(CardAllowsUse, "The data card does not allow this use", "{0}", Datasets, DiagnosticSeverity.Warning, true, helpLinkUri: HelpLinkOf(CardAllowsUse));
    private static readonly DiagnosticDescriptor s_datasetCanBeSeen = new(DatasetCanBeSeen, "Which dataset this is cannot be seen at compile time", "{0}", Datasets, DiagnosticSeverity.Info, true, helpLinkUri: HelpLinkOf(DatasetCanBeSeen));
    private static readonly DiagnosticDescriptor s_codeMatchesCard = new(CodeMatchesCard, "The code loads a column that the data card does not have", "{0}", Datasets, DiagnosticSeverity.Warning, true, helpLinkUri: HelpLinkOf(CodeMatchesCard));
    private static readonly DiagnosticDescriptor s_downloadHasSource = new(DownloadHasSource, "Training data is downloaded at run time with no source on a data card", "{0}", Datasets, DiagnosticSeverity.Warning, true, helpLinkUri: HelpLinkOf(DownloadHasSource), customTags: [WellKnownDiagnosticTags.CompilationEnd]);
    private static readonly DiagnosticDescriptor s_modelIsCheckedForFairness = new(ModelIsCheckedForFairness, "A model about people is saved or served with no fairness check", "{0}", Fairness, DiagnosticSeverity.Warning, true, helpLinkUri: HelpLinkOf(ModelIsCheckedForFairness));
    private static readonly DiagnosticDescriptor s_checkCoversProtectedAttributes = new(CheckCoversProtectedAttributes, "The fairness check misses a protected attribute", "{0}", Fairness, DiagnosticSeverity.Warning, true, helpLinkUri: HelpLinkOf(CheckCoversProtectedAttributes));
    private static readonly DiagnosticDescriptor s_checkHasConsequence = new(CheckHasConsequence, "The result of a fairness check decides nothing", "{0}", Fairness, DiagnosticSeverity.Warning, true, helpLinkUri: HelpLinkOf(CheckHasConsequence));
    private static readonly DiagnosticDescriptor s_noProtectedFeature = new(NoProtectedFeature, "A protected attribute is a feature where the use area protects it", "{0}", Fairness, DiagnosticSeverity.Warning, true, helpLinkUri: HelpLinkOf(NoProtectedFeature));
    private static readonly DiagnosticDescriptor s_modelIsEvaluatedOnHeldOutRows = new(ModelIsEvaluatedOnHeldOutRows, "A model about people is evaluated on the rows it was trained on", "{0}", Fairness, DiagnosticSeverity.Warning, true, helpLinkUri: HelpLinkOf(ModelIsEvaluatedOnHeldOutRows));
    private static readonly DiagnosticDescriptor s_hashingIsNotAnonymization = new(HashingIsNotAnonymization, "Hashing or encoding is used as if it were anonymization", "{0}", Anonymization, DiagnosticSeverity.Warning, true, helpLinkUri: HelpLinkOf(HashingIsNotAnonymization));
    private static readonly DiagnosticDescriptor s_noiseIsPrivate = new(NoiseIsPrivate, "Privacy noise comes from a non-cryptographic generator or has no epsilon", "{0}", Anonymization, DiagnosticSeverity.Warning, true, helpLinkUri: HelpLinkOf(NoiseIsPrivate));
    private static readonly DiagnosticDescriptor s_policyIsCurrent = new(PolicyIsCurrent, "The policy snapshot is missing, unreadable or older than its sources", "{0}", PolicyIntegrity, DiagnosticSeverity.Warning, true, helpLinkUri: HelpLinkOf(PolicyIsCurrent), customTags: [WellKnownDiagnosticTags.CompilationEnd]);

    /// <summary>Never reported: while it is enabled the compiler does not skip the analyzer, so that locked rules stay locked.</summary>
    private static readonly DiagnosticDescriptor s_keepAlive = new(KeepAlive, "Responsible-AI analysis is on", "{0}", PolicyIntegrity, DiagnosticSeverity.Hidden, true, helpLinkUri: HelpLinkOf(KeepAlive), customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    private static readonly DiagnosticDescriptor s_analysisRan = new(AnalysisRan, "Responsible-AI analysis ran", "{0}", PolicyIntegrity, DiagnosticSeverity.Info, true, helpLinkUri: HelpLinkOf(AnalysisRan), customTags: [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.CompilationEnd]);

    /// <summary>It is about calls and about pipelines.</summary>
    private static readonly RAI4001HashingIsNotAnonymization s_hashing = new();

    /// <summary>All of them, sorted by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(
        s_personalDataNeedsPurpose, s_purposeIsInForce, s_purposeAllowsData, s_specialCategoryNeedsCondition, s_noDirectIdentifierIsFeature, s_loadedDataIsUsed, s_trainingDataStays,
        s_datasetHasCard, s_cardAllowsUse, s_datasetCanBeSeen, s_codeMatchesCard, s_downloadHasSource,
        s_modelIsCheckedForFairness, s_checkCoversProtectedAttributes, s_checkHasConsequence, s_noProtectedFeature, s_modelIsEvaluatedOnHeldOutRows,
        s_hashingIsNotAnonymization, s_noiseIsPrivate,
        s_keepAlive, s_policyIsCurrent, s_analysisRan);

    /// <summary>The rules that the engine asks about each training call.</summary>
    public static IReadOnlyList<ITrainingRule> TrainingRules { get; } =
    [
        new RAI1001PersonalDataNeedsPurpose(), new RAI1002PurposeIsInForce(), new RAI1003PurposeAllowsData(), new RAI1004SpecialCategoryNeedsCondition(),
        new RAI1005NoDirectIdentifierIsFeature(), new RAI3004NoProtectedFeature(), s_hashing,
    ];

    /// <summary>The rules that the engine asks about each load.</summary>
    public static IReadOnlyList<ILoadRule> LoadRules { get; } = [new RAI2001DatasetHasCard(), new RAI2002CardAllowsUse(), new RAI2003DatasetCanBeSeen(), new RAI2004CodeMatchesCard()];

    /// <summary>The rules that the engine asks about calls, wherever they stand.</summary>
    public static IReadOnlyList<ICallRule> CallRules { get; } = [s_hashing, new RAI4002NoiseIsPrivate()];

    public static DiagnosticDescriptor Descriptor(string id)
    {
        foreach (var descriptor in All)
            if (descriptor.Id == id)
                return descriptor;
        throw new ArgumentOutOfRangeException(nameof(id), id, "not a rule of the analyzers");
    }

    public static string HelpLinkOf(string id) => $"https://github.com/responsible-ai-analyzers/ResponsibleAI.Analyzers/blob/main/docs/rules/{id}.md";
}
