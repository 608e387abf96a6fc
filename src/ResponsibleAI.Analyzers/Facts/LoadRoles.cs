namespace ResponsibleAI.Analyzers.Facts;

/// <summary>What the rows of a load are used for, as far as data flow shows.</summary>
[Flags]
internal enum LoadRoles
{
    None = 0,

    /// <summary>A training call gets them.</summary>
    Train = 1,

    /// <summary>A training call gets them to validate with.</summary>
    Validation = 2,

    /// <summary>An evaluation gets them.</summary>
    Test = 4,

    /// <summary>A model scores them.</summary>
    Prediction = 8,

    /// <summary>They are divided in code, so that one load may bring training and test rows.</summary>
    Divided = 16,
}
