namespace ResponsibleAI.Fairness;

/// <summary>A rate of a binary decision. "Positive" is the favorable outcome, as stated by the caller.</summary>
public enum RateKind
{
    /// <summary>Predicted favorable, of all. Aequitas calls it pprev.</summary>
    SelectionRate,

    /// <summary>Predicted favorable, of those whose label is favorable; recall.</summary>
    TruePositiveRate,

    /// <summary>Predicted favorable, of those whose label is not.</summary>
    FalsePositiveRate,

    /// <summary>Predicted unfavorable, of those whose label is not favorable.</summary>
    TrueNegativeRate,

    /// <summary>Predicted unfavorable, of those whose label is favorable.</summary>
    FalseNegativeRate,

    /// <summary>Label favorable, of those predicted favorable; precision.</summary>
    PositivePredictiveValue,

    /// <summary>Label not favorable, of those predicted unfavorable.</summary>
    NegativePredictiveValue,

    /// <summary>Label not favorable, of those predicted favorable.</summary>
    FalseDiscoveryRate,

    /// <summary>Label favorable, of those predicted unfavorable.</summary>
    FalseOmissionRate,

    /// <summary>Predicted as labeled, of all.</summary>
    Accuracy,

    /// <summary>Label favorable, of all.</summary>
    BaseRate,
}
