using System.Collections.Immutable;
using System.Composition;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using ResponsibleAI.Analyzers.PersonalData;

namespace ResponsibleAI.Analyzers.CodeFixes;

/// <summary>
/// Fixes RAI2001: adds <c>rai/cards/….datacard.yaml</c> with what the code shows of the dataset and, when it is a well-known one,
/// what was published about it, each line to be confirmed. It claims nothing else.
/// </summary>
/// <remarks>Not every editor can add such a file; where the workspace cannot, nothing is offered.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ScaffoldDataCard)), Shared]
public sealed class ScaffoldDataCard : CodeFixProvider
{
    private const string Id = "RAI2001";

    /// <summary>The property of the diagnostic with the file name of the dataset.</summary>
    internal const string DatasetProperty = "dataset";

    /// <summary>The property of the diagnostic with the metadata name of the row type.</summary>
    internal const string RowTypeProperty = "rowType";

    /// <summary>The property of the diagnostic that says where the dataset is: a file or a table.</summary>
    internal const string StoreProperty = "store";

    /// <summary>The property of the diagnostic with the names of the columns, joined by '|'; it counts where there is no row type.</summary>
    internal const string ColumnsProperty = "columns";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(Id);

    /// <summary>None: a card is about one dataset.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.Document.Project;
        if (!project.Solution.Workspace.CanApplyChange(ApplyChangesKind.AddAdditionalDocument)) return;
        if (PolicyOfProject.Root(project) is not { } root) return;

        var compilation = await project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false);
        var policy = await PolicyOfProject.ReadAsync(project, context.CancellationToken).ConfigureAwait(false);
        var cards = policy.Cards.Select(card => card.Id).Concat(ScaffoldedCards(project)).ToImmutableHashSet(StringComparer.Ordinal);
        foreach (var diagnostic in context.Diagnostics)
        {
            diagnostic.Properties.TryGetValue(DatasetProperty, out var dataset);
            diagnostic.Properties.TryGetValue(RowTypeProperty, out var rowTypeName);
            var rowType = rowTypeName is null ? null : RowType(compilation, rowTypeName);
            if (DataCardScaffold.IdFor(dataset, rowType?.Name, cards) is not { } id) continue;

            var isFile = !(diagnostic.Properties.TryGetValue(StoreProperty, out var store) && store == "table");
            var file = isFile ? dataset : null;
            var classifier = compilation is null ? null : new PersonalDataClassifier(policy, compilation);
            var assessment = rowType is not null ? classifier?.Assess(rowType, card: null, file) : classifier?.Assess(Listed(diagnostic), card: null, file);
            var yaml = DataCardScaffold.Write(id, file, assessment, file is null ? null : classifier?.KnownByFile(file));
            context.RegisterCodeFix(
                CodeAction.Create($"Add data card rai/cards/{id}.datacard.yaml", _ => Task.FromResult(Add(project, root, id, yaml)), $"{Id}:{id}"),
                diagnostic);
        }
    }

    private static IReadOnlyList<ColumnShape> Listed(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(ColumnsProperty, out var columns) && columns is { Length: > 0 }
            ? [.. columns.Split('|').Select(column => new ColumnShape(column, Type: null))]
            : [];

    /// <summary>The type of that name; a nested one may be written with dots, as C# writes it.</summary>
    private static INamedTypeSymbol? RowType(Compilation? compilation, string name)
    {
        for (; ; )
        {
            if (compilation?.GetTypeByMetadataName(name) is { } type) return type;
            var dot = name.LastIndexOf('.');
            if (dot < 0) return null;
            name = name.Substring(0, dot) + "+" + name.Substring(dot + 1);
        }
    }

    private static Solution Add(Project project, string root, string id, string yaml)
    {
        var name = $"{id}.datacard.yaml";
        var text = SourceText.From(yaml, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return project.Solution.AddAdditionalDocument(DocumentId.CreateNewId(project.Id, name), name, text, ["rai", "cards"], Path.Combine(root, "rai", "cards", name));
    }

    /// <summary>Cards added since the policy was last compiled.</summary>
    private static IEnumerable<string> ScaffoldedCards(Project project) =>
        project.AdditionalDocuments
            .Select(document => document.Name)
            .Where(name => name.EndsWith(".datacard.yaml", StringComparison.OrdinalIgnoreCase))
            .Select(name => name.Substring(0, name.Length - ".datacard.yaml".Length));
}
