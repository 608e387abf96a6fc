using ResponsibleAI.Policy.Documents;

namespace ResponsibleAI.Policy.Linking;

/// <summary>
/// What references lead to. Conditions walk it: <c>purposes.commercial</c> asks for the purpose of that id and then for its
/// commercial. Null means that nothing is known by that name, which makes a condition unknown, never false.
/// </summary>
public interface IRegistry
{
    /// <summary>What the organization chose; null when there is no readable policy file. Its facts are the member <c>organization</c>.</summary>
    MapNode? Policy { get; }

    /// <summary>A data card, by id or former id.</summary>
    MapNode? Card(string id);

    /// <summary>An entry of the purpose register.</summary>
    MapNode? Purpose(string id);

    /// <summary>
    /// What is known of a license: SPDX id in any case, LicenseRef-*, NONE or NOASSERTION. Members as in the license table, plus known and custom;
    /// a fact that nobody knows has no member.
    /// </summary>
    MapNode? License(string id);

    /// <summary>What the laws say of a data category, inherited from the keys above it; a former name reads as its successor.</summary>
    MapNode? Category(string key);

    /// <summary>What an audit measured of a data card's files.</summary>
    MapNode? Evidence(string cardId);

    /// <summary>What a fairness gate measured, by the file's path, such as rai/evidence/credit-scoring.fairness.json.</summary>
    MapNode? FairnessEvidence(string path);

    /// <summary>A threshold: the policy's number, else the shipped default.</summary>
    double? Threshold(string name);
}
