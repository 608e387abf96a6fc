using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ResponsibleAI.Analyzers.Tests.Programs;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.CodeFixes;

/// <summary>What a fix offers for the findings of the real analyzer, and what the program is after it.</summary>
internal sealed class RuleFix
{
    private readonly List<CodeAction> _actions = [];

    private RuleFix(int findings) => Findings = findings;

    public int Findings { get; }

    public IReadOnlyList<string> Titles => [.. _actions.Select(action => action.Title)];

    /// <param name="rule">The rule whose findings are fixed.</param>
    /// <param name="source">The program, with its usings.</param>
    /// <param name="fix">The fix.</param>
    /// <param name="policy">Null for the shipped one.</param>
    /// <param name="references">Null for the platform and ML.NET.</param>
    public static async Task<RuleFix> Of(string rule, string source, CodeFixProvider fix, PolicySnapshot? policy = null, IEnumerable<MetadataReference>? references = null)
    {
        var project = new AdhocWorkspace().AddProject(ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, "Training", "Training", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary), metadataReferences: references ?? Program.References));
        var document = project.AddDocument("Program.cs", SourceText.From(source), filePath: "/repo/Program.cs");
        var compilation = (await document.Project.GetCompilationAsync())!;
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var options = new AnalyzerOptions([new Snapshot(SnapshotXml.Write(policy ?? ShippedPolicy.Snapshot))]);
        var all = await compilation.WithAnalyzers([new ResponsibleAIAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        var found = all.Where(diagnostic => diagnostic.Id == rule).OrderBy(diagnostic => diagnostic.GetMessage(), StringComparer.Ordinal).ToList();
        Assert.Contains(rule, fix.FixableDiagnosticIds);
        var result = new RuleFix(found.Count);
        foreach (var diagnostic in found)
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => result._actions.Add(action), default));
        return result;
    }

    /// <summary>The program after the action of that title; it still compiles, but for what the fix leaves to the developer.</summary>
    public async Task<string> Apply(string title, params string[] errors)
    {
        var operations = await _actions.First(action => action.Title == title).GetOperationsAsync(default);
        var document = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.Projects.Single().Documents.Single();
        document = await Microsoft.CodeAnalysis.Simplification.Simplifier.ReduceAsync(document);
        Assert.Equal(errors, (await document.Project.GetCompilationAsync())!.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Id));
        return (await document.GetTextAsync()).ToString();
    }

    private sealed class Snapshot(string text) : AdditionalText
    {
        public override string Path => "/repo/obj/rai/policy.rai-snapshot.xml";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
