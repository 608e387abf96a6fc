using System.Globalization;
using System.Reflection;

namespace ResponsibleAI.Fairness;

/// <summary>
/// Reads what a build of ResponsibleAI.Analyzers wrote into the assembly about fairness: the goal of each model card and the numbers of the policy, as
/// <c>[assembly: AssemblyMetadata("ResponsibleAI.Fairness/credit-scoring/impact-ratio", "0.8")]</c>.
/// </summary>
/// <remarks>
/// So the gate holds what the build has checked, needs no file beside the program and no reader of YAML, and this package does not depend on the policy. A
/// change of the card compiles the program again.
/// </remarks>
internal static class CompiledGoals
{
    private const string Prefix = "ResponsibleAI.Fairness/";

    /// <summary>The bounds of a model, by metric.</summary>
    public static IReadOnlyDictionary<string, double> Of(Assembly assembly, string model) => Read(assembly, Prefix + model + "/");

    /// <summary>The policy's least size of a group; null when the build wrote none.</summary>
    public static double? GroupMinimum(Assembly assembly) => Read(assembly, Prefix).TryGetValue("group-minimum", out var rows) ? rows : null;

    private static Dictionary<string, double> Read(Assembly assembly, string prefix)
    {
        var found = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var written in assembly.GetCustomAttributes<AssemblyMetadataAttribute>())
        {
            if (written.Key.StartsWith(prefix, StringComparison.Ordinal) && written.Key.IndexOf('/', prefix.Length) < 0
                && double.TryParse(written.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                found[written.Key.Substring(prefix.Length)] = number;
            }
        }

        return found;
    }
}
