using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Fairness;
using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.Engine;

public sealed class CallsOfInterestTests
{
    private const string Plain = "public class Subject { public int Sum(int left, int right) => left + right; }";

    [Theory]
    [InlineData(Plain, false)]
    [InlineData("public class Subject { public object Load(Microsoft.ML.MLContext ml) => ml.Data.LoadFromTextFile(\"a.csv\"); }", true)]
    [InlineData("public class Subject { public void Say() => System.Console.WriteLine(1); }", false)]
    [InlineData("public class Subject { public double Noise(System.Random random) => random.NextDouble(); }", true)]
    [InlineData("public class Subject { public void Run() => Gate.Compare(); }", true)]
    public void A_type_is_looked_at_when_it_mentions_a_call_that_something_asks_about(string source, bool expected) =>
        Assert.Equal(expected, MayStandIn(source, "public static class Gate { [ResponsibleAI.FairnessCheck] public static void Compare() { } }", torch: false));

    [Fact]
    public void The_mention_may_stand_in_another_part_of_the_type() =>
        Assert.True(MayStandIn("public partial class Subject { }", "public partial class Subject { public double Noise(System.Random random) => random.NextDouble(); }", torch: false));

    [Fact]
    public void Every_type_is_looked_at_when_names_cannot_tell() =>
        Assert.True(MayStandIn(Plain, "using Check = ResponsibleAI.FairnessCheckAttribute;", torch: false));

    [Theory]
    [InlineData(Plain, false)]
    [InlineData("public class Subject { public object Data() => TorchSharp.torchvision.datasets.KMNIST(\"data\", true); }", true)]
    public void Datasets_of_TorchVision_are_of_interest_and_TorchSharp_alone_is_not(string source, bool expected) =>
        Assert.Equal(expected, MayStandIn(source, "namespace TorchSharp { public static class torchvision { public static class datasets { public static object KMNIST(string root, bool train) => new(); } } }", torch: true));

    private static bool MayStandIn(string source, string other, bool torch)
    {
        var references = Program.References.Where(reference => torch || reference.Display?.Contains("Torch", StringComparison.Ordinal) != true);
        var compilation = CSharpCompilation.Create("Project", [CSharpSyntaxTree.ParseText(source), CSharpSyntaxTree.ParseText(other)], references);
        var calls = new CallsOfInterest(new ApiCatalog(compilation, ShippedPolicy.Snapshot.Libraries), new MarkedChecks(compilation), default);
        return calls.MayStandIn(compilation.GetTypeByMetadataName("Subject")!, default);
    }
}
