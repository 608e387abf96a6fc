using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.PersonalData;

namespace ResponsibleAI.Analyzers.Anonymization;

/// <summary>Names and attributes by which code says that data is anonymous.</summary>
internal static class AnonymityClaim
{
    /// <summary>"AnonymizeEmail", "anonymousId", "DeIdentified"; not "Pseudonymize", not "NonAnonymous".</summary>
    public static bool IsIn(string name)
    {
        var words = IdentifierWords.Split(name);
        for (var at = 0; at < words.Count; at++)
        {
            var claims = words[at].StartsWith("anonym", StringComparison.Ordinal) || words[at].StartsWith("deidentif", StringComparison.Ordinal)
                || (words[at] == "de" && at + 1 < words.Count && words[at + 1].StartsWith("identif", StringComparison.Ordinal));
            if (claims && (at == 0 || words[at - 1] is not ("non" or "not" or "un" or "allow" or "is")))
                return true;
        }

        return false;
    }

    /// <summary>What of a method claims it: its attribute or its name; null when nothing does.</summary>
    public static string? Of(ISymbol method)
    {
        foreach (var attribute in method.GetAttributes())
            if (attribute.AttributeClass is { Name: "AnonymizesAttribute", ContainingNamespace: { Name: "ResponsibleAI", ContainingNamespace.IsGlobalNamespace: true } })
                return $"[Anonymizes] on '{method.Name}'";
        return IsIn(method.Name) ? $"the name '{method.Name}'" : null;
    }
}
