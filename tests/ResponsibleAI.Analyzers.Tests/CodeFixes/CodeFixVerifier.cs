using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Testing;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.CodeFixes;

/// <summary>A code fix test with our annotations, a policy snapshot and no packages.</summary>
internal sealed class CodeFixVerifier<TFix> : CSharpCodeFixTest<ReportsOnCalls, TFix, DefaultVerifier>
    where TFix : CodeFixProvider, new()
{
    public CodeFixVerifier(PolicySnapshot? snapshot, bool annotations = true)
    {
        ReferenceAssemblies = new ReferenceAssemblies("net8.0");
        TestState.AdditionalReferences.AddRange(Net80.References.All);
        if (annotations) TestState.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(ProcessingPurposeAttribute).Assembly.Location));
        if (snapshot is not null) TestState.AdditionalFiles.Add(("/repo/obj/rai/policy.rai-snapshot.xml", SnapshotXml.Write(snapshot)));
        TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.ResponsibleAIPolicyRoot = /repo\n"));
    }
}

#pragma warning disable RS1036, RS1038, RS1041, RS2008 // a stand-in that no compiler ever loads

/// <summary>
/// Stands in for the rules, so that fixes are tested by the diagnostics' contract alone: a call of Train is RAI1001;
/// a call of Load&lt;TRow&gt;("file") is RAI2001 with the file and the row type as properties.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReportsOnCalls : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_noPurpose = new("RAI1001", "t", "no purpose", "c", DiagnosticSeverity.Warning, isEnabledByDefault: true);
    private static readonly DiagnosticDescriptor s_noCard = new("RAI2001", "t", "no card", "c", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_noPurpose, s_noCard];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Report, OperationKind.Invocation);
    }

    private static void Report(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name == "Train" && !HasPurpose(context.ContainingSymbol)) context.ReportDiagnostic(Diagnostic.Create(s_noPurpose, call.Syntax.GetLocation()));
        if (call.TargetMethod.Name != "Load") return;

        var row = call.TargetMethod.TypeArguments.FirstOrDefault();
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add("dataset", call.Arguments[0].Value.ConstantValue.Value as string)
            .Add("rowType", row?.ToDisplayString());
        context.ReportDiagnostic(Diagnostic.Create(s_noCard, call.Syntax.GetLocation(), properties));
    }

    private static bool HasPurpose(ISymbol? symbol)
    {
        for (; symbol is not null; symbol = symbol.ContainingType ?? (ISymbol)symbol.ContainingAssembly)
        {
            if (symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == "ResponsibleAI.ProcessingPurposeAttribute")) return true;
            if (symbol is IAssemblySymbol) return false;
        }
        return false;
    }
}
