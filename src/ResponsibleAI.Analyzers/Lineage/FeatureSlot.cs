using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Resolution;

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
            if (hop.At is not IInvocationOperation call || Output(call, name) is not { } output)
                return null;
            name = output;
        }

        return null;
    }

    /// <summary>What the transform calls its output, or the one of its column pairs whose input this is.</summary>
    private static string? Output(IInvocationOperation call, string input)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Name == "outputColumnName")
                return Constant(argument.Value);
            if (Expression.Unwrap(argument.Value) is not IArrayCreationOperation { Initializer.ElementValues: var pairs })
                continue;
            foreach (var pair in pairs)
                if (Expression.Unwrap(pair) is IObjectCreationOperation { Type.Name: "InputOutputColumnPair", Arguments: [var output, var from] } && (Constant(from.Value) ?? Constant(output.Value)) == input)
                    return Constant(output.Value);
        }

        return null;
    }

    private static string? Constant(IOperation value) => value.ConstantValue is { HasValue: true, Value: string name } ? name : null;
}
