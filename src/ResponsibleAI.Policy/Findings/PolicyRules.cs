namespace ResponsibleAI.Policy.Findings;

/// <summary>The rules about the policy's own text. Ids are never used twice.</summary>
public static class PolicyRules
{
    /// <summary>A file or a part of it cannot be read; what it would have said is not assessed.</summary>
    public const string Unreadable = "RAI9001";

    /// <summary>The format does not allow it: key, word, type, or a missing required key.</summary>
    public const string Schema = "RAI9002";

    /// <summary>A name that nothing is known by.</summary>
    public const string DanglingReference = "RAI9003";

    /// <summary>The same id twice.</summary>
    public const string DuplicateId = "RAI9004";

    /// <summary>A rule of a pack is wrong.</summary>
    public const string Rule = "RAI9005";

    /// <summary>A decision is expired, lapsed, unused or unapproved.</summary>
    public const string Decision = "RAI9006";
}
