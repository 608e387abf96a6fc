namespace ResponsibleAI.Fairness;

/// <summary>A number of a group that took no part in a comparison, and why.</summary>
/// <param name="Over">The attributes of the breakdown, such as "Sex × Race".</param>
/// <param name="Group">The group's name.</param>
/// <param name="Measure">Such as "true-positive-rate".</param>
/// <param name="Kind">What kind of reason.</param>
/// <param name="Reason">The reason in words.</param>
public sealed record LeftOut(string Over, string Group, string Measure, LeftOutKind Kind, string Reason);

/// <summary>Why a number took no part.</summary>
public enum LeftOutKind
{
    /// <summary>It does not exist: nothing stands under its line.</summary>
    Undefined,

    /// <summary>It exists and rests on fewer rows than the minimum group size.</summary>
    TooFew,

    /// <summary>An option said so: minimum share, or missing values excluded.</summary>
    ByOption,
}
