using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ResponsibleAI.Benchmarks;

/// <summary>Does nothing: what is left is the cost of having an analyzer at all, or of having one for which the compiler's driver binds every body once more.</summary>
internal sealed class EmptyAnalyzer(bool looksAtCalls) : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_silent = new("BENCH0", "Silent", "Silent", "Benchmark", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_silent];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        if (looksAtCalls)
        {
            context.RegisterOperationAction(static _ => { }, OperationKind.Invocation);
        }
    }
}
