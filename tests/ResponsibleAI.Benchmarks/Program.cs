using BenchmarkDotNet.Running;
using ResponsibleAI.Benchmarks;

// "generate <folder> <files>" writes the project that compare-analyzers.sh builds; "processor <files>…" prints processor times;
// "cards <rules> <folder>…" prints what becomes of other people's dataset cards; anything else goes to BenchmarkDotNet.
if (args is ["generate", var folder, var count] && int.TryParse(count, out var files))
{
    Directory.CreateDirectory(folder);
    foreach (var (name, text) in TrainingProject.WithTraining(files))
    {
        File.WriteAllText(Path.Combine(folder, name), text);
    }

    return;
}

if (args is ["processor", .. var sizes])
{
    foreach (var size in sizes)
    {
        await ProcessorTime.Print(int.Parse(size, System.Globalization.CultureInfo.InvariantCulture));
    }

    return;
}

if (args is ["cards", var rules, .. var folders])
{
    CardCorpus.Print(rules, folders);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(AnalyzerBenchmarks).Assembly).Run(args);
