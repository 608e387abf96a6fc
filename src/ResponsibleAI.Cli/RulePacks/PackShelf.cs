using System.Text.RegularExpressions;
using ResponsibleAI.Cli.Projects;
using ResponsibleAI.Policy;
using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Rules;

namespace ResponsibleAI.Cli.RulePacks;

/// <summary>The rule packs that a command line means, over the shipped tables. A pack or table of one's own replaces the shipped one of its name.</summary>
internal sealed partial class PackShelf
{
    private static readonly string[] s_noTables = ["apis/", "datasets/", "lexicon/"];
    private static readonly string s_shipped = Path.Combine(AppContext.BaseDirectory, "rules");

    private readonly IReadOnlySet<string> _asked;
    private readonly Dictionary<string, string> _paths;

    private PackShelf(RuleLibrary library, IReadOnlySet<string> asked, Dictionary<string, string> paths) => (Library, _asked, _paths) = (library, asked, paths);

    /// <summary>Everything that was read.</summary>
    public RuleLibrary Library { get; }

    /// <summary>The files that the command is about, in order.</summary>
    public IEnumerable<string> Files => _asked.Order(StringComparer.Ordinal);

    /// <summary>The packs that the command is about.</summary>
    public IEnumerable<RulePack> Packs => Library.Packs.Where(pack => _asked.Contains(pack.Path));

    /// <summary>Whether every rule of the packs asked for can be applied.</summary>
    public bool IsWhole => !Files.SelectMany(Library.FindingsOf).Any(static finding => finding.Severity == Severity.Error);

    /// <summary>Reads packs.</summary>
    /// <param name="paths">Files and folders; with none, those in rai/ of the nearest folder at or above the current one, and the shipped ones.</param>
    /// <param name="asOf">The date of judgement.</param>
    /// <param name="ownOnly">With no paths: the shipped packs only where there are no own ones.</param>
    /// <param name="documents">A folder of cards and registers to read with the packs; null for none.</param>
    public static PackShelf Of(IReadOnlyList<string> paths, Day asOf, bool ownOnly = false, string? documents = null)
    {
        var here = Directory.GetCurrentDirectory();
        var rai = paths.Count > 0 ? null : Folders.AtOrAbove(here, static at => Directory.Exists(Path.Combine(at, "rai", "rules")));
        string[] roots = [.. paths.Count > 0 ? paths.Select(Path.GetFullPath) : rai is null ? [] : [Path.Combine(rai, "rai", "rules")]];
        var own = roots.SelectMany(root => Directory.Exists(root) ? PacksBelow(root) : [root]).Distinct(StringComparer.Ordinal).ToList();
        var repository = new Repository(roots.FirstOrDefault() ?? here);
        var places = own.ToDictionary(repository.Relative, StringComparer.Ordinal);
        var files = own.Select(path => File(repository.Relative(path), path, FileOrigin.Repository)).ToList();
        var asked = files.Select(static file => file.Path).ToHashSet(StringComparer.Ordinal);
        var replaced = own.Select(PackName).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var (relative, path) in Shipped())
        {
            if (IsPack(path))
            {
                if (!replaced.Contains(PackName(path) ?? ""))
                {
                    files.Add(File("rules/" + relative, path, FileOrigin.Shipped));
                    places.TryAdd("rules/" + relative, path);
                    if (paths.Count == 0 && (own.Count == 0 || !ownOnly))
                        asked.Add("rules/" + relative);
                }
            }
            else if (roots.Select(root => Path.Combine(root, relative)).FirstOrDefault(System.IO.File.Exists) is { } table)
            {
                asked.Add(repository.Relative(table));
                files.Add(File(repository.Relative(table), table, FileOrigin.Shipped));
            }
            else
            {
                files.Add(File("rules/" + relative, path, FileOrigin.Shipped));
            }
        }

        if (documents is not null)
        {
            var cards = new Repository(Path.GetFullPath(documents));
            files.AddRange(Folders.Files(Path.GetFullPath(documents), ".yaml").Concat(Folders.Files(Path.GetFullPath(documents), ".yml"))
                .Where(static path => !IsPack(path))
                .Select(path => File(cards.Relative(path), path, FileOrigin.Repository))
                .Where(file => !places.ContainsKey(file.Path)));
        }

        return new PackShelf(RuleLibrary.Read(new PolicyRequest(files, asOf)), asked, places);
    }

    /// <summary>The shipped packs, those of the repository that a document lies in, and everything else below its rai/, for judging the document.</summary>
    /// <param name="document">The card or purpose register.</param>
    /// <param name="asOf">The date of judgement.</param>
    /// <param name="path">The document's name in what is read.</param>
    public static RuleLibrary Around(string document, Day asOf, out string path)
    {
        document = Path.GetFullPath(document);
        var folder = Path.GetDirectoryName(document)!;
        var root = Folders.AtOrAbove(folder, static at => System.IO.File.Exists(Path.Combine(at, "rai", "policy.yaml")));
        var repository = new Repository(root ?? folder);
        string Name(string file) => repository.Relative(file);
        var around = root is null ? Folders.Files(folder, ".yaml", static _ => false) : [.. Folders.Files(Path.Combine(root, "rai"), ".yaml"), .. Folders.Files(Path.Combine(root, "rai"), ".yml")];
        var own = around.Append(document).Distinct(StringComparer.Ordinal).ToList();
        IReadOnlyList<string> evidence = root is null ? [] : Folders.Files(Path.Combine(root, "rai", "evidence"), ".fairness.json");
        var replaced = own.Where(IsPack).Select(PackName).OfType<string>().ToHashSet(StringComparer.Ordinal);
        path = Name(document);
        return RuleLibrary.Read(new PolicyRequest(
            [
                .. own.Select(file => File(Name(file), file, FileOrigin.Repository)),
                .. evidence.Select(file => File(Path.GetRelativePath(root!, file).Replace('\\', '/'), file, FileOrigin.Repository)),
                .. Shipped().Where(shipped => !IsPack(shipped.Path) || !replaced.Contains(PackName(shipped.Path) ?? "")).Select(static shipped => File("rules/" + shipped.Relative, shipped.Path, FileOrigin.Shipped)),
            ],
            asOf));
    }

    /// <summary>The lines of a rule as its author wrote them; empty when the file is gone.</summary>
    public string Source(Rule rule)
    {
        try
        {
            var lines = System.IO.File.ReadLines(_paths[rule.Place.Path]).Skip(rule.Place.Line - 1).ToList();
            var margin = Margin(lines[0]);
            var next = lines.FindIndex(1, line => line.Trim().Length > 0 && Margin(line) <= margin);
            return string.Join('\n', next < 0 ? lines : lines.Take(next)).TrimEnd();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or KeyNotFoundException or ArgumentException)
        {
            return "";
        }
    }

    private static int Margin(string line) => line.Length - line.TrimStart().Length;

    private static IEnumerable<string> PacksBelow(string folder) => Folders.Files(folder, ".yaml").Concat(Folders.Files(folder, ".yml")).Where(IsPack);

    private static bool IsPack(string path) => path.EndsWith(".rules.yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".rules.yml", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(string Relative, string Path)> Shipped() =>
        from path in Folders.Files(s_shipped, ".yaml")
        let relative = Path.GetRelativePath(s_shipped, path).Replace('\\', '/')
        where !s_noTables.Any(folder => relative.StartsWith(folder, StringComparison.Ordinal))
        select (relative, path);

    private static PolicyFile File(string name, string path, FileOrigin origin) => new(name, origin, () => System.IO.File.OpenRead(path));

    /// <summary>The name that a pack's file gives it, without reading all of it.</summary>
    private static string? PackName(string path)
    {
        try
        {
            return System.IO.File.ReadLines(path).Take(200).Select(static line => PackLine().Match(line)).FirstOrDefault(static match => match.Success)?.Groups[1].Value;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [GeneratedRegex("""^pack:\s*["']?([^\s"'#]{1,100})""", RegexOptions.CultureInvariant, 100)]
    private static partial Regex PackLine();
}
