using System.Reflection;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ResponsibleAI.Benchmarks;

/// <summary>The analyzers as a compiler finds them: every public one with the attribute, whatever it is called.</summary>
internal static class AnalyzerAssembly
{
    public static IEnumerable<DiagnosticAnalyzer> Analyzers() => Assembly.Load("ResponsibleAI.Analyzers").GetTypes()
        .Where(type => !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);
}
