using System.Globalization;
using System.Text;
using ResponsibleAI.Policy;
using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Interchange;
using ResponsibleAI.Policy.Rules;

namespace ResponsibleAI.Benchmarks;

/// <summary>
/// Imports every dataset card below folders, exports each to where it came from and imports it again, judges the cards of each folder by all packs, and
/// prints Markdown tables. The files stay where they are.
/// </summary>
internal static class CardCorpus
{
    private static readonly Day s_asOf = new(2026, 9, 30);

    /// <param name="rules">The rules/ folder.</param>
    /// <param name="folders">Folders of README.md, Croissant JSON or ODCS YAML.</param>
    public static void Print(string rules, IReadOnlyList<string> folders)
    {
        PolicyFile[] shipped = [.. Directory.EnumerateFiles(rules, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => new PolicyFile("rules/" + Path.GetRelativePath(rules, path).Replace('\\', '/'), FileOrigin.Shipped, () => File.OpenRead(path)))];
        var exchange = new CardExchange(shipped.Where(file => file.Path.StartsWith("rules/licenses/", StringComparison.Ordinal)));
        var outcomes = new List<RuleOutcome>();
        var cards = 0;
        Console.WriteLine("| folder | files | imported | refused | of these also with findings | same after export and import | broken YAML in the card |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var refusals = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var left = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            var imported = new Dictionary<string, string>(StringComparer.Ordinal);
            var (files, refused, partial, same) = (0, 0, 0, 0);
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                var path = Path.GetRelativePath(folder, file).Replace('\\', '/');
                var bytes = File.ReadAllBytes(file);
                if (CardExchange.FormatOf(path, Encoding.UTF8.GetString(bytes)) is not { } format)
                    continue;
                files++;
                var result = exchange.Import(path, new MemoryStream(bytes), format, new ImportOptions());
                if (result.Text is null)
                {
                    refused++;
                    Count(refusals, $"{CardExchange.Word(format)}: {result.Findings[0].Message}");
                    continue;
                }

                if (result.Findings.FirstOrDefault(static finding => finding.Severity == Severity.Error) is { } finding)
                {
                    partial++;
                    Console.Error.WriteLine($"{folder}/{path}({finding.Location.Line},{finding.Location.Column}): {finding.Message}");
                }

                var id = imported.ContainsKey(result.Id!) ? $"{result.Id}-{files.ToString(CultureInfo.InvariantCulture)}" : result.Id!;
                var card = id == result.Id ? result.Text : result.Text.Replace($"\nid: {result.Id}\n", $"\nid: {id}\n", StringComparison.Ordinal);
                imported.Add(id, card);
                foreach (var key in result.NotCarried.Select(static item => item.Key.StartsWith('#') ? "# (prose below a heading)" : item.Key).Distinct(StringComparer.Ordinal))
                    Count(left, $"{CardExchange.Word(format)}: {key}");
                if (IsSameAgain(exchange, card, path, format))
                    same++;
                else
                    Console.Error.WriteLine($"not the same again: {path}");
            }

            cards += imported.Count;
            var broken = Judge(shipped, imported, outcomes);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {Path.GetFileName(folder.TrimEnd('/'))} | {files} | {imported.Count} | {refused} | {partial} | {same} | {broken} |"));
        }

        Table("refused because", refusals);
        Table("not carried over, in how many cards", left);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n| rule | slug | pass | fail | of these for silence | needs review | not stated | not applicable | (of {cards})"));
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var rule in outcomes.GroupBy(static outcome => (outcome.Rule, outcome.Slug)).OrderBy(static rule => rule.Key.Rule, StringComparer.Ordinal))
        {
            int Of(Outcome outcome) => rule.Count(one => one.Outcome == outcome);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {rule.Key.Rule} | {rule.Key.Slug} | {Of(Outcome.Pass)} | {Of(Outcome.Fail)} | {rule.Count(static one => one.IsSilence)} | {Of(Outcome.NeedsReview)} | {Of(Outcome.NotStated)} | {Of(Outcome.NotApplicable)} |"));
        }
    }

    /// <summary>All packs, no policy, no purposes; gives the number of cards that the policy compiler does not read in full.</summary>
    private static int Judge(PolicyFile[] shipped, Dictionary<string, string> cards, List<RuleOutcome> outcomes)
    {
        PolicyFile[] own = [.. cards.Select(static card => new PolicyFile($"rai/cards/{card.Key}.datacard.yaml", FileOrigin.Repository, () => new MemoryStream(Encoding.UTF8.GetBytes(card.Value))))];
        var request = new PolicyRequest([.. shipped, .. own], s_asOf);
        outcomes.AddRange(RuleOutcomes.Of(request));
        var broken = PolicyCompiler.Compile(request).Findings.Where(static found => found.Location.Path.StartsWith("rai/", StringComparison.Ordinal) && found.Severity == Severity.Error && found.Rule is PolicyRules.Unreadable or PolicyRules.Schema).ToList();
        foreach (var finding in broken)
            Console.Error.WriteLine($"{finding.Location.Path}({finding.Location.Line},{finding.Location.Column}): {finding.Message}");
        return broken.Select(static finding => finding.Location.Path).Distinct(StringComparer.Ordinal).Count();
    }

    private static bool IsSameAgain(CardExchange exchange, string card, string path, CardFormat format)
    {
        var exported = exchange.Export("card.yaml", new MemoryStream(Encoding.UTF8.GetBytes(card)), format);
        if (exported.Text is null)
            return false;
        var again = exchange.Import(path, new MemoryStream(Encoding.UTF8.GetBytes(exported.Text)), format, new ImportOptions { Id = exported.Id });
        return again.Text is not null && Facts(again.Text) == Facts(card);
    }

    /// <summary>The card without the trace of where it came from, which is its last key.</summary>
    private static string Facts(string card) => card[..card.IndexOf("\nimportedFrom:", StringComparison.Ordinal)];

    private static void Count(SortedDictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;

    private static void Table(string title, SortedDictionary<string, int> counts)
    {
        Console.WriteLine($"\n| {title} | files |\n|---|---|");
        foreach (var (key, count) in counts.OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key, StringComparer.Ordinal))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {key.Replace("|", "\\|", StringComparison.Ordinal)} | {count} |"));
    }
}
