using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Linking;
using ResponsibleAI.Policy.Rules;
using ResponsibleAI.Policy.Snapshots;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Policy;

/// <summary>Turns YAML into a snapshot for the analyzers and findings for people.</summary>
public static class PolicyCompiler
{
    /// <summary>
    /// Reads, checks and links every file, judges the cards by the rules, and writes the snapshot. Never throws for bad input:
    /// what cannot be read is a finding, the rest still applies, and the snapshot says that it is partial.
    /// </summary>
    public static PolicyResult Compile(PolicyRequest request)
    {
        var registry = new Registry(DocumentLoader.LoadAll(request.Files), request.AsOf);
        new ReferenceCheck(registry).Run();
        var judged = new RuleBook(registry).Judge(request.AsOf);
        var snapshot = SnapshotBuilder.Build(registry, request.AsOf);
        var findings = Fingerprint.On(registry.Documents.SelectMany(document => document.Findings.Items).Concat(judged.Findings).Distinct())
            .OrderBy(finding => finding.Location.Path, StringComparer.Ordinal)
            .ThenBy(finding => finding.Location.Line)
            .ThenBy(finding => finding.Location.Column)
            .ThenBy(finding => finding.Rule, StringComparer.Ordinal)
            .ThenBy(finding => finding.Subject, StringComparer.Ordinal)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal);
        var cards = judged.Cards.OrderBy(card => card.Id, StringComparer.Ordinal).ThenBy(card => card.Path, StringComparer.Ordinal);
        return new PolicyResult(SnapshotXml.Write(snapshot), [.. findings], [.. cards]) { Off = judged.Off, FairnessGoals = FairnessGoals.Of(registry) };
    }
}

/// <summary>What to compile.</summary>
/// <param name="Files">The shipped rules and the repository's files, in any order.</param>
/// <param name="AsOf">The date of judgement.</param>
public sealed record PolicyRequest(IReadOnlyList<PolicyFile> Files, Day AsOf);

/// <summary>A YAML file, or evidence as JSON.</summary>
/// <param name="Path">With '/', relative to the policy root, such as rai/cards/adult.datacard.yaml; for shipped files relative to the package, such as rules/laws.yaml. Findings name it.</param>
/// <param name="Origin">Who wrote it.</param>
/// <param name="Open">Opens it for reading; called once, from any thread. An IOException becomes a finding.</param>
public sealed record PolicyFile(string Path, FileOrigin Origin, Func<Stream> Open);

/// <summary>Who wrote a file.</summary>
public enum FileOrigin
{
    /// <summary>Part of the package.</summary>
    Shipped,

    /// <summary>The user's repository.</summary>
    Repository,
}

/// <summary>What the compilation gave. Same request, same bytes.</summary>
/// <param name="Snapshot">The snapshot file's text.</param>
/// <param name="Findings">Sorted by path, line, column, rule.</param>
/// <param name="Cards">One summary per card, sorted by id.</param>
public sealed record PolicyResult(string Snapshot, IReadOnlyList<Finding> Findings, IReadOnlyList<CardSummary> Cards)
{
    /// <summary>The rules that the policy switched off and why, in order of packs and files: listed in every report, never hidden.</summary>
    public IReadOnlyList<RuleOff> Off { get; init; } = [];

    /// <summary>What the build writes into the program for its fairness gate, sorted: "credit-scoring/impact-ratio" with the number, and "group-minimum". Empty without a model card that has a goal.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> FairnessGoals { get; init; } = [];
}

/// <summary>One line about a card: "adult: 0 contradictions, 1 to review, 14 facts not stated".</summary>
/// <param name="Id">The card's id.</param>
/// <param name="Path">Its file.</param>
/// <param name="Contradictions">Rules that fail.</param>
/// <param name="ToReview">Rules that ask a human.</param>
/// <param name="NotStated">Facts, not rules, that are missing.</param>
public sealed record CardSummary(string Id, string Path, int Contradictions, int ToReview, int NotStated);
