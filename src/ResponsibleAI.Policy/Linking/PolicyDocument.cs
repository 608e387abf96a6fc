using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Policy.Linking;

/// <summary>A file that was read.</summary>
/// <param name="Path">As given to the policy compiler.</param>
/// <param name="Origin">Who wrote it.</param>
/// <param name="Hash">Of its text; empty when the bytes could not be read.</param>
/// <param name="Format">What it is; null when that cannot be told.</param>
/// <param name="Yaml">Its first document; null when there is none.</param>
/// <param name="Root">Typed; null for a rule pack and for what is no map.</param>
/// <param name="IsWhole">All that it says was read and allowed by its format; only then can its silence be believed.</param>
/// <param name="Findings">Takes also what linking finds in it.</param>
internal sealed record PolicyDocument(string Path, FileOrigin Origin, string Hash, DocumentFormat? Format, YamlNode? Yaml, MapNode? Root, bool IsWhole, FindingList Findings);
