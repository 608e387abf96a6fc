using System.Diagnostics;
using System.Globalization;
using ResponsibleAI.Cli.Analysis;
using ResponsibleAI.Cli.Mapping;
using ResponsibleAI.Cli.Policies;
using ResponsibleAI.Cli.Projects;
using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Robustness;

// robustness <folder of checkouts> [seed] [rounds]: analyzes and maps every project below the folder, as it is and damaged.
// An exception of the analyzer, the map or the compiler is a failure; exit code 1 when there is one, 2 when the command line is wrong.
if (args is not [var folder, ..] || !Directory.Exists(folder) || args.Skip(1).Any(static number => !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
{
    Console.Error.WriteLine("usage: robustness <folder of checkouts> [seed] [rounds]");
    return 2;
}

var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
var rounds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1;
var policy = new PolicyOfFolder(new Day(2026, 1, 1)).For(Path.GetTempPath());
var repository = new Repository(Path.GetFullPath(folder));
var tallies = new Dictionary<string, Tally>(StringComparer.Ordinal);
var (projects, files) = (0, 0);
var random = new Random(seed);
var loose = new LooseProjects();
foreach (var place in ProjectPlaces.Of(Path.GetFullPath(folder)))
{
    if (loose.Load(place, default) is not { } project)
        continue;
    projects++;
    files += project.Compilation.SyntaxTrees.Count();
    await Hold("as it is", project);
    for (var round = 0; round < rounds; round++)
        foreach (var damage in Damage.All)
            await Hold(damage.Name, project with { Compilation = damage.Do(project.Compilation, random) });
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{projects} projects, {files} files, seed {seed}, {rounds} rounds"));
foreach (var (name, tally) in tallies)
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-24} {tally.Runs,6} analyses {tally.Failures,3} failures {tally.Total.TotalSeconds,8:F0} s together, slowest {tally.Slowest.TotalSeconds:F1} s ({tally.SlowestProject})"));
return tallies.Values.Any(static tally => tally.Failures > 0) ? 1 : 0;

async Task Hold(string name, LoadedProject project)
{
    var watch = Stopwatch.StartNew();
    var failures = new List<string>();
    try
    {
        var analyzed = await AnalyzedProject.Of(project, policy, [], default);
        failures.AddRange(analyzed.Failures);
        MapJson.Write(new DataMap([new ProjectMap(analyzed, repository).Draw()]));
    }
#pragma warning disable CA1031 // Any exception is what this looks for.
    catch (Exception exception)
#pragma warning restore CA1031
    {
        failures.Add(exception.ToString());
    }

    if (!tallies.TryGetValue(name, out var tally))
        tallies.Add(name, tally = new Tally());
    tally.Add(repository.Relative(project.Place.Path), watch.Elapsed, failures.Count);
    foreach (var failure in failures)
        Console.WriteLine($"{repository.Relative(project.Place.Path)} ({name}): {failure}");
}

namespace ResponsibleAI.Robustness
{
    /// <summary>What came of one kind of damage.</summary>
    internal sealed class Tally
    {
        public int Runs { get; private set; }

        public int Failures { get; private set; }

        public TimeSpan Total { get; private set; }

        public TimeSpan Slowest { get; private set; }

        public string SlowestProject { get; private set; } = "";

        public void Add(string project, TimeSpan time, int failures)
        {
            Runs++;
            Failures += failures;
            Total += time;
            if (time > Slowest)
                (Slowest, SlowestProject) = (time, project);
        }
    }
}
