namespace ResponsibleAI.Policy.Rules.Conditions;

/// <summary>Kleene's three values, ordered so that "and" is the least and "or" the greatest.</summary>
internal enum Truth
{
    False,
    Unknown,
    True,
}

internal static class Kleene
{
    public static Truth Not(this Truth truth) => Truth.True - (int)truth;

    public static Truth And(this Truth left, Truth right) => left < right ? left : right;

    public static Truth Or(this Truth left, Truth right) => left > right ? left : right;

    public static Truth Of(bool known) => known ? Truth.True : Truth.False;
}
