using BenchmarkDotNet.Running;
using ResponsibleAI.Benchmarks;

// "generate <folder> <files> [governed|little]" writes the project that compare-analyzers.sh builds; "processor <files>…" prints processor times;
// "keystroke <files> <edits> [assembly of other analyzers]…" prints the time from an edit to its diagnostics;
// "cards <rules> <folder>…" prints what becomes of other people's dataset cards; anything else goes to BenchmarkDotNet.
if (args is ["generate", var folder, var count, .. var variant] && int.TryParse(count, out var files))
{
    var sources = variant switch
    {
        ["governed"] => TrainingProject.WithGovernance(files).Concat(TrainingProject.Governance()),
        ["little"] => TrainingProject.WithLittleTraining(files),
        _ => TrainingProject.WithTraining(files),
    };
    foreach (var (name, text) in sources)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
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

if (args is ["keystroke", var inProject, var edits, .. var peers])
{
    var invariant = System.Globalization.CultureInfo.InvariantCulture;
    await EditLatency.Print(int.Parse(inProject, invariant), int.Parse(edits, invariant), peers);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(AnalyzerBenchmarks).Assembly).Run(args);
