using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.ML.Data;
using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.PersonalData;

/// <summary>Compiles row types and assesses them with the shipped lexicon.</summary>
internal static class Rows
{
    private static readonly CSharpCompilation s_empty = CSharpCompilation.Create(
        "Rows",
        references:
        [
            .. Net80.References.All,
            MetadataReference.CreateFromFile(typeof(LoadColumnAttribute).Assembly.Location),
            MetadataReference.CreateFromFile(typeof(PersonalDataAttribute).Assembly.Location),
        ],
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    /// <summary>Assesses the type named <paramref name="row"/>, which may be nested ("Taxi+ModelInput").</summary>
    public static RowAssessment Assess(string source, string row, DataCard? card = null, PolicySnapshot? snapshot = null, string? file = null)
    {
        const string Usings = "using System; using System.Collections.Generic; using Microsoft.ML.Data; using ResponsibleAI;\n";
        var compilation = s_empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(Usings + source));
        return new PersonalDataClassifier(snapshot ?? EnglishLexicon.Snapshot, compilation).Assess(compilation.GetTypeByMetadataName(row)!, card, file);
    }

    /// <summary>Assesses a class of public properties, written "float Age, string Name".</summary>
    public static RowAssessment Class(string name, string columns, DataCard? card = null, string? space = null)
    {
        var type = $"public class {name} {{ {string.Concat(columns.Split(',').Select(column => $"public {column.Trim()} {{ get; set; }} "))} }}";
        return space is null ? Assess(type, name, card) : Assess($"namespace {space} {{ {type} }}", $"{space}.{name}", card);
    }

    /// <summary>Assesses columns that a loader lists, written "Age:Single, Name:String".</summary>
    public static RowAssessment Listed(string columns, DataCard? card = null) =>
        new PersonalDataClassifier(EnglishLexicon.Snapshot, s_empty).Assess(
            [.. columns.Split(',').Select(column => column.Trim().Split(':')).Select(parts => new ColumnShape(parts[0], parts.ElementAtOrDefault(1)))],
            card);

    /// <summary>Assesses columns that a loader lists for a file.</summary>
    public static RowAssessment Listed(IEnumerable<ColumnShape> columns, string file) =>
        new PersonalDataClassifier(EnglishLexicon.Snapshot, s_empty).Assess([.. columns], card: null, file);

    public static PersonalColumn? Column(this RowAssessment row, string column) => Assert.Single(row.Columns, candidate => candidate.Column == column).Personal;
}
