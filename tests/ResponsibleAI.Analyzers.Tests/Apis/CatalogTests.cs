using System.Reflection;
using Microsoft.Data.Analysis;
using Microsoft.ML;
using Microsoft.ML.Data;
using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.Apis;

public sealed class CatalogTests
{
    private static readonly Assembly[] s_libraries = [typeof(MLContext).Assembly, typeof(IEstimator<>).Assembly, typeof(LoadColumnAttribute).Assembly, typeof(CategoricalCatalog).Assembly, typeof(StandardTrainersCatalog).Assembly, typeof(DataFrame).Assembly, typeof(TorchSharp.torch).Assembly];

    [Fact]
    public void The_shipped_catalog_compiles_without_findings() =>
        Assert.DoesNotContain(ShippedPolicy.Compiled.Findings, finding => finding.Location.Path.StartsWith("rules/apis/", StringComparison.Ordinal));

    /// <summary>A member that ML.NET renamed would be seen no more, and nobody would notice.</summary>
    [Fact]
    public void Every_member_and_parameter_of_a_type_that_is_here_exists()
    {
        var missing = new List<string>();
        foreach (var library in ShippedPolicy.Snapshot.Libraries)
        {
            foreach (var member in library.Members.Where(member => member.Member != "*"))
            {
                if (s_libraries.Select(assembly => assembly.GetType(member.Type)).FirstOrDefault(type => type is not null) is not { } type)
                    continue;
                var named = type.GetMember(member.Member == "this[]" ? "Item" : member.Member);
                if (named.Length == 0)
                    missing.Add($"{member.Type}.{member.Member}");
                foreach (var parameter in member.Parameters.Where(parameter => parameter.Name != "this"))
                    if (!named.OfType<MethodInfo>().Any(method => method.GetParameters().Any(declared => declared.Name == parameter.Name)) && !IsOnImplementation(parameter.Name))
                        missing.Add($"{member.Type}.{member.Member}({parameter.Name})");
            }
        }

        Assert.Empty(missing);
    }

    [Fact]
    public void Entries_that_name_the_same_member_for_several_overloads_all_count() =>
        Assert.Equal(["input", "this", "trainData", "validationData"], ShippedPolicy.Snapshot.Libraries.SelectMany(library => library.Members)
            .Where(member => member is { Type: "Microsoft.ML.IEstimator`1", Member: "Fit" }).SelectMany(member => member.Parameters).Select(parameter => parameter.Name).Order(StringComparer.Ordinal));

    /// <summary>Trainers declare Fit(trainData, validationData) beside the interface's method.</summary>
    private static bool IsOnImplementation(string parameter) => parameter is "trainData" or "validationData";
}
