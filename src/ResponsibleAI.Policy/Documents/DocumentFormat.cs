namespace ResponsibleAI.Policy.Documents;

/// <summary>A kind of file.</summary>
/// <param name="Id">The value of its first key, such as rai/datacard/1.</param>
/// <param name="Noun">What people call it, with its article.</param>
/// <param name="FileName">How the name of such a file ends in a repository; empty when it does not matter.</param>
/// <param name="Root">Its key table; null for rule packs, which have a parser of their own.</param>
public sealed record DocumentFormat(string Id, string Noun, string FileName, Field? Root)
{
    /// <summary>A data card.</summary>
    public static DocumentFormat DataCard { get; } = new(DataCardSchema.Id, "a data card", ".datacard.yaml", DataCardSchema.Root);

    /// <summary>A model card.</summary>
    public static DocumentFormat ModelCard { get; } = new(ModelCardSchema.Id, "a model card", ".modelcard.yaml", ModelCardSchema.Root);

    /// <summary>The policy.</summary>
    public static DocumentFormat Policy { get; } = new(PolicySchema.Id, "the policy", "policy.yaml", PolicySchema.Root);

    /// <summary>The purpose register.</summary>
    public static DocumentFormat Purposes { get; } = new(PurposesSchema.Id, "the purpose register", "purposes.yaml", PurposesSchema.Root);

    /// <summary>Waivers and review answers.</summary>
    public static DocumentFormat Waivers { get; } = new(WaiversSchema.Id, "the decisions", "waivers.yaml", WaiversSchema.Root);

    /// <summary>A rule pack.</summary>
    public static DocumentFormat Rules { get; } = new("rai/rules/1", "a rule pack", ".rules.yaml", null);

    /// <summary>What an audit measured.</summary>
    public static DocumentFormat Evidence { get; } = new(EvidenceSchema.Id, "evidence", ".json", EvidenceSchema.Root);

    /// <summary>What a fairness gate measured and decided.</summary>
    public static DocumentFormat FairnessEvidence { get; } = new(FairnessEvidenceSchema.Id, "evidence of a fairness gate", ".fairness.json", FairnessEvidenceSchema.Root);

    /// <summary>Data categories.</summary>
    public static DocumentFormat Taxonomy { get; } = new(TaxonomySchema.Id, "a taxonomy", "", TaxonomySchema.Root);

    /// <summary>What laws say of data categories.</summary>
    public static DocumentFormat CategoryLaws { get; } = new(CategoryLawsSchema.Id, "a table of category laws", "", CategoryLawsSchema.Root);

    /// <summary>SPDX ids.</summary>
    public static DocumentFormat Spdx { get; } = new(SpdxSchema.Id, "the SPDX list", "", SpdxSchema.Root);

    /// <summary>Facts of licenses.</summary>
    public static DocumentFormat Licenses { get; } = new(LicensesSchema.Id, "a table of licenses", "", LicensesSchema.Root);

    /// <summary>Texts that rules cite.</summary>
    public static DocumentFormat Laws { get; } = new(LawsSchema.Id, "a table of laws", "", LawsSchema.Root);

    /// <summary>Numbers of the organization.</summary>
    public static DocumentFormat Thresholds { get; } = new(ThresholdsSchema.Id, "a table of thresholds", "", ThresholdsSchema.Root);

    /// <summary>Words that name data categories.</summary>
    public static DocumentFormat Lexicon { get; } = new(LexiconSchema.Id, "a lexicon", "", LexiconSchema.Root);

    /// <summary>Members of libraries.</summary>
    public static DocumentFormat Apis { get; } = new(ApisSchema.Id, "an API catalog", "", ApisSchema.Root);

    /// <summary>Well-known public datasets.</summary>
    public static DocumentFormat KnownDatasets { get; } = new(KnownDatasetsSchema.Id, "a catalog of known datasets", "", KnownDatasetsSchema.Root);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DocumentFormat> All { get; } =
        [DataCard, ModelCard, Policy, Purposes, Waivers, Rules, FairnessEvidence, Evidence, Taxonomy, CategoryLaws, Spdx, Licenses, Laws, Thresholds, Lexicon, Apis, KnownDatasets];

    /// <summary>The keys that a condition finds behind a reference of this type; null when it leads nowhere.</summary>
    public static Field? Behind(FieldType reference) => reference switch
    {
        FieldType.Purpose => PurposesSchema.Entry,
        FieldType.License => LicensesSchema.Joined,
        FieldType.Category => CategoryLawsSchema.Joined,
        FieldType.Dataset => DataCardSchema.Root,
        FieldType.Evidence => FairnessEvidenceSchema.Root,
        _ => null,
    };
}
