using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ResponsibleAI.Cli.Projects;

/// <summary>Listings without a project, as books and articles have them: what they leave out is taken for granted.</summary>
internal static class Fragments
{
    private static readonly string[] s_marks = ["MLContext", "mlContext.", "IDataView", "LoadFromTextFile"];

    /// <summary>Usings and the context that a listing would have had. Whatever a listing declares itself hides these names.</summary>
    public const string LeftOut = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using Microsoft.ML;
        global using Microsoft.ML.Data;
        global using static ResponsibleAI.Fragments.LeftOut;

        namespace ResponsibleAI.Fragments
        {
            internal static class LeftOut
            {
                internal static readonly Microsoft.ML.MLContext mlContext = new();
                internal static readonly Microsoft.ML.MLContext context = mlContext;
                internal static readonly Microsoft.ML.MLContext ml = mlContext;
            }
        }
        """;

    /// <summary>Whether a text that names no library still uses ML.NET.</summary>
    public static bool UseMachineLearning(string text) => Array.Exists(s_marks, mark => text.Contains(mark, StringComparison.Ordinal));

    /// <summary>Whether the sources hold statements outside of every type.</summary>
    public static bool IsIn(IEnumerable<SyntaxTree> trees, CancellationToken cancellation) =>
        trees.Any(tree => tree.GetRoot(cancellation) is CompilationUnitSyntax unit && unit.Members.Any(static member => member is GlobalStatementSyntax));
}
