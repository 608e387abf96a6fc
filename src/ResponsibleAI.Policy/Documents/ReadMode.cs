namespace ResponsibleAI.Policy.Documents;

/// <summary>Where a document stands.</summary>
public enum ReadMode
{
    /// <summary>In a file of its own.</summary>
    File,

    /// <summary>
    /// Written into a rule's test: keys may be dotted (<c>consent.evidence: none</c>), nothing is required, and what a
    /// reference leads to may be written in place (<c>purposes: [{ id: p, commercial: true }]</c>, <c>evidence.kAnonymity.k: 5</c>).
    /// </summary>
    RuleTest,

    /// <summary>
    /// In a file that a program wrote: null is a fact that it does not state, none is a word like others (a group may be called so), and keys
    /// that no rule reads are passed over, so that a later version of the program may write more.
    /// </summary>
    Evidence,
}
