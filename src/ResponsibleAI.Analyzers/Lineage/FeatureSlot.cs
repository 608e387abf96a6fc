using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Facts;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>Under which name a column enters the first Concatenate on its way, so that a fix can leave it out there.</summary>
internal static class FeatureSlot
{
    private const string Concatenate = "Concatenate";

    /// <summary>The name; null when the column enters no Concatenate, or something before it makes the name unknown.</summary>
    public static string? NameOf(TrainedColumn trained)
    {
        var name = trained.Column.Name;
        foreach (var hop in trained.Hops)
        {
            if (hop.Name == Concatenate)
                return name;
            if (hop.At is not IInvocationOperation call || Output(call) is not { } output)
                return null;
            name = output;
        }

        return null;
    }

    private static string? Output(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
            if (argument.Parameter?.Name == "outputColumnName")
                return argument.Value.ConstantValue is { HasValue: true, Value: string name } ? name : null;
        return null;
    }
}
