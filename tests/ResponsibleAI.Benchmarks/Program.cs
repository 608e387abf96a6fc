using BenchmarkDotNet.Running;
using ResponsibleAI.Benchmarks;

// "generate <folder> <files>" writes the project that compare-analyzers.sh builds; anything else goes to BenchmarkDotNet.
if (args is ["generate", var folder, var count] && int.TryParse(count, out var files))
{
    Directory.CreateDirectory(folder);
    foreach (var (name, text) in TrainingProject.WithTraining(files))
    {
        File.WriteAllText(Path.Combine(folder, name), text);
    }

    return;
}

BenchmarkSwitcher.FromAssembly(typeof(AnalyzerBenchmarks).Assembly).Run(args);
