using System.Text;
using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Cli.Cards;

/// <summary>What an organization answers before it begins.</summary>
internal sealed record FirstAnswers
{
    public string? Organization { get; init; }

    /// <summary>Empty: rules of all jurisdictions apply.</summary>
    public IReadOnlyList<string> Jurisdictions { get; init; } = [];

    public IReadOnlyList<string> Packs { get; init; } = [];

    /// <summary>The first purpose in a sentence; null for none yet.</summary>
    public string? Purpose { get; init; }

    public string? UseArea { get; init; }

    /// <summary>Who answers for the first purpose.</summary>
    public string? Owner { get; init; }
}

/// <summary>The first policy and purpose register of a repository. What was not answered stays a comment: nothing is claimed for anybody.</summary>
internal static class FirstFiles
{
    /// <summary>Packs that only make sense under some law, with that law's jurisdiction.</summary>
    private static readonly Dictionary<string, string> s_lawOfPack = new(StringComparer.Ordinal) { ["gdpr"] = "eu", ["eu-ai-act"] = "eu", ["ccpa"] = "us-ca", ["hipaa"] = "us", ["coppa"] = "us" };

    /// <summary>The jurisdictions that shipped rules know.</summary>
    public static IReadOnlyList<string> Jurisdictions { get; } = ["eu", "us", "us-ca", "us-ny"];

    /// <summary>The packs of these jurisdictions and those that belong to none; all of them when none is named.</summary>
    public static IReadOnlyList<string> PacksFor(IReadOnlyList<string> jurisdictions, IEnumerable<string> shipped) =>
        [.. shipped.Where(pack => jurisdictions.Count == 0 || !s_lawOfPack.TryGetValue(pack, out var law) || jurisdictions.Contains(law))];

    public static string Policy(FirstAnswers answers)
    {
        var text = new StringBuilder();
        Line(text, "# What the organization chose. docs/configuration.md of ResponsibleAI.Analyzers lists all keys.");
        Line(text, "schema: rai/policy/1");
        Line(text, answers.Organization is null ? "# organization:" : "organization:");
        Line(text, answers.Organization is null ? "#   name: …" : $"  name: {YamlWriter.Scalar(answers.Organization)}");
        Line(text, "  # establishedIn: [DE]           # facts that rules ask and no card can know;");
        Line(text, "  # publicAuthority: false        # what is not stated stays open, it never counts as no");
        Line(text, "  # researchOrganization: false");
        Line(text, "  # ccpaBusiness: false");
        Line(text, "  # hipaaCoveredEntity: false");
        Line(text, answers.Jurisdictions.Count == 0
            ? "# jurisdictions: [eu, us-ca]    # not stated: the rules of all apply"
            : $"jurisdictions: {List(answers.Jurisdictions)}");
        Line(text, $"packs: {List(answers.Packs)}");
        Line(text, "silence: { default: info, own-data-only: true }   # what an unanswered question costs; imported cards stay at info");
        return text.ToString();
    }

    /// <param name="answers">The answers.</param>
    /// <param name="id">The id of the first purpose; null for none.</param>
    public static string Purposes(FirstAnswers answers, string? id)
    {
        var text = new StringBuilder();
        Line(text, "# The purpose register, the lawyer's file: one entry per purpose that data is used for. Cards and code name the id.");
        Line(text, "schema: rai/purposes/1");
        if (id is null)
        {
            Line(text, "purposes: []");
            Line(text, "# - id: loan-approval");
            Line(text, "#   title: Decide on consumer loan applications");
            Line(text, "#   owner: credit-risk@acme.example");
            Line(text, "#   useArea: credit");
        }
        else
        {
            Line(text, "purposes:");
            Line(text, $"  - id: {id}");
            Line(text, $"    title: {YamlWriter.Scalar(answers.Purpose!)}");
            Line(text, answers.Owner is { } owner
                ? $"    owner: {YamlWriter.Scalar(owner)}"
                : $"    owner: {YamlWriter.Scalar(answers.Organization ?? "not named yet")}   # better a person or a team");
            Line(text, answers.UseArea is { } area ? $"    useArea: {area}" : "    # useArea: credit, employment, education, health, housing, insurance, law-enforcement, public-services, advertising, research or general");
            Line(text, "    # decidesAboutPeople: true    # a lawyer answers these");
            Line(text, "    # lawfulBasis: eu-gdpr:A6-1-b");
            Line(text, "    # art9: none");
            Line(text, "    # allowedCategories: [user.financial]");
        }

        return text.ToString();
    }

    private static string List(IEnumerable<string> words) => $"[{string.Join(", ", words.Select(YamlWriter.Scalar))}]";

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
