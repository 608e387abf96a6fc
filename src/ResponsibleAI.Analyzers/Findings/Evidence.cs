using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Policies;

namespace ResponsibleAI.Analyzers.Findings;

/// <summary>Counts what one analysis saw and said, as the proof that it ran, over which policy. Bounded: counts and hashes only.</summary>
internal sealed class Evidence
{
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public void Saw(TrainingCall call)
    {
        Count("seen.trainingCalls");
        if (call.NotSeen.Count > 0)
            Count("seen.trainingCallsNotFullySeen");
    }

    public void SawLoad() => Count("seen.datasetLoads");

    public void SawSave() => Count("seen.modelSaves");

    public void Found(CodeFinding finding)
    {
        Count(finding.Kind == FindingKind.NotAssessed ? "notAssessed" : "findings");
        Count($"findings.{finding.Rule}");
    }

    public Diagnostic Diagnostic(PolicyInForce policy)
    {
        var version = typeof(Evidence).Assembly.GetName().Version?.ToString(3) ?? "";
        var properties = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        properties["snapshot"] = policy.Hash;
        properties["snapshotSource"] = policy.Path is null ? "embedded" : "file";
        properties["policyState"] = policy.Snapshot.State == Snapshot.SnapshotState.Complete ? "complete" : "partial";
        properties["version"] = version;
        properties["rules"] = string.Join("|", RuleCatalog.All.Select(static descriptor => descriptor.Id));
        foreach (var name in (string[])["seen.trainingCalls", "seen.trainingCallsNotFullySeen", "seen.datasetLoads", "seen.modelSaves", "findings", "notAssessed"])
            properties[name] = "0";
        foreach (var count in _counts)
            properties[count.Key] = count.Value.ToString(CultureInfo.InvariantCulture);

        var (findings, notAssessed) = (properties["findings"], properties["notAssessed"]);
        var descriptor = RuleCatalog.Descriptor(RuleCatalog.AnalysisRan);
        var message = $"Responsible-AI analysis {version} ran: {properties["seen.trainingCalls"]} training calls, {properties["seen.datasetLoads"]} dataset loads; {findings} findings, {notAssessed} not assessed";
        return Microsoft.CodeAnalysis.Diagnostic.Create(descriptor, Location.None, properties.ToImmutable(), message);
    }

    private void Count(string name) => _counts.AddOrUpdate(name, 1, static (_, count) => count + 1);
}
