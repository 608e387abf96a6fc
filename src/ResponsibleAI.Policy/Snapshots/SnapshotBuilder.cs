using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Linking;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Policy.Snapshots;

/// <summary>Resolves what was read into the facts that code analysis needs. Dates are judged here, once, at the date of judgement.</summary>
internal static class SnapshotBuilder
{
    public static PolicySnapshot Build(Registry registry, Day asOf)
    {
        var cards = new CardFacts(registry, asOf);
        return new PolicySnapshot
        {
            State = registry.Documents.All(IsWhole) ? SnapshotState.Complete : SnapshotState.Partial,
            Sources = [.. registry.Documents.Select(document => new SourceFile(document.Path, document.Hash)).OrderBy(source => source.Path, StringComparer.Ordinal)],
            Rules = CodeRuleSettings.Of(registry),
            Purposes = [.. registry.Purposes.All.Select(purpose => Purpose(purpose, registry, asOf))],
            Cards = [.. registry.Cards.All.Select(cards.Of)],
            Categories = [.. registry.Categories.Keys.Select(key => Category(key, registry))],
            Lexicon = [.. registry.Of(DocumentFormat.Lexicon).SelectMany(file => Terms(file, registry))
                .OrderBy(term => term.Words, StringComparer.Ordinal).ThenBy(term => term.Category, StringComparer.Ordinal)],
            Datasets = [.. registry.KnownDatasets.All.Select(dataset => Dataset(dataset, registry))],
            Libraries = [.. registry.Of(DocumentFormat.Apis).Where(file => file.Root?.Text("library") is not null)
                .GroupBy(file => file.Root!.Text("library")!, StringComparer.Ordinal).OrderBy(library => library.Key, StringComparer.Ordinal).Select(Library)],
        };
    }

    /// <summary>Whether a pack is whole shows only when its rules were compiled.</summary>
    private static bool IsWhole(PolicyDocument document) =>
        document.IsWhole && !(document.Format == DocumentFormat.Rules && document.Findings.LeftSomethingOut);

    private static Purpose Purpose(Linked purpose, Registry registry, Day asOf)
    {
        var entry = purpose.Node;
        return new Purpose
        {
            Id = purpose.Id,
            Title = entry.Text("title") ?? "",
            OverdueSince = Before(entry.LastDay("reviewBy"), asOf),
            UseArea = entry.Text("useArea"),
            DecidesAboutPeople = entry.Flag("decidesAboutPeople"),
            Commercial = entry.Flag("commercial"),
            LawfulBasis = entry.Text("lawfulBasis"),
            Art9 = entry.Text("art9"),
            AllowedCategories = entry.Words("allowedCategories") is { } keys ? Current(keys, registry) : null,
            File = purpose.At.Path,
            Line = purpose.At.Line,
        };
    }

    private static DataCategory Category(string key, Registry registry)
    {
        var current = registry.Categories.Current(key);
        var facts = registry.Category(key);
        return new DataCategory
        {
            Key = key,
            Title = facts?.Text("title") ?? "",
            ReplacedBy = current == key ? null : current,
            GdprArt9 = facts?.Flag("gdprArt9") == true,
            CcpaSensitive = facts?.Flag("ccpaSensitive") == true,
            HipaaLetter = facts?.Scalar("hipaa") is { IsNone: false } letter ? letter.Text : null,
            DirectIdentifier = facts?.Flag("directIdentifier") == true,
            ProtectedIn = Sorted(facts?.Words("protectedIn") ?? []),
        };
    }

    private static IEnumerable<LexiconTerm> Terms(PolicyDocument file, Registry registry) =>
        from term in file.Root?.Maps("terms") ?? []
        let category = term.Text("category")
        where category is not null
        from words in term.Words("words") ?? []
        select new LexiconTerm
        {
            Words = words,
            Category = registry.Categories.Current(category) ?? category,
            Layer = term.Text("layer") ?? "strict",
            Match = term.Text("match") ?? "anywhere",
            NotWith = Sorted(term.Words("notWith") ?? []),
            Types = Sorted(term.Words("types") ?? []),
            PersonLevel = term.Flag("personLevel") == true,
        };

    private static KnownDataset Dataset(Linked known, Registry registry)
    {
        var entry = known.Node;
        return new KnownDataset
        {
            Id = known.Id,
            Title = entry.Text("title") ?? "",
            Subject = entry.Text("subject") ?? "",
            Files = Sorted(entry.Words("files") ?? []),
            Url = entry.Text("url") ?? "",
            Rows = entry.Text("rows"),
            License = entry.Map("license") is { } license ? new(license.Text("id"), license.Text("source") ?? "", license.Text("read") ?? "unverified") : null,
            Source = entry.Text("source") ?? "",
            Read = entry.Text("read") ?? "unverified",
            Columns = [.. entry.Maps("columns").Where(column => column.Text("name") is not null).Select(column => new KnownColumn(
                column.Text("name")!,
                Sorted(column.Words("as") ?? []),
                column.Text("category") is { } category ? registry.Categories.Current(category) ?? category : null,
                Sorted(column.Words("roles") ?? [])))],
        };
    }

    private static ApiLibrary Library(IGrouping<string, PolicyDocument> files)
    {
        var assemblies = files.SelectMany(file => file.Root!.Words("assemblies") ?? []);
        var members =
            from file in files
            from member in file.Root!.Maps("members")
            where member.Text("type") is not null && member.Text("member") is not null && member.Text("role") is not null
            select new ApiMember
            {
                Type = member.Text("type")!,
                Member = member.Text("member")!,
                Role = member.Text("role")!,
                Effect = member.Text("effect"),
                RowType = member.Text("rowType"),
                Parameters = [.. (member.Map("parameters")?.Members ?? new Dictionary<string, Node>())
                    .Select(parameter => new ApiParameter(parameter.Key, ((ScalarNode)parameter.Value).Text))
                    .OrderBy(parameter => parameter.Meaning, StringComparer.Ordinal)],
            };
        return new ApiLibrary(files.Key, Sorted(assemblies),
            [.. members.OrderBy(member => member.Type, StringComparer.Ordinal).ThenBy(member => member.Member, StringComparer.Ordinal).ThenBy(member => member.Role, StringComparer.Ordinal)]);
    }

    internal static string? Before(Day? day, Day asOf) => day is { } date && date < asOf ? date.ToString() : null;

    internal static IReadOnlyList<string> Current(IEnumerable<string> categories, Registry registry) =>
        Sorted(categories.Select(key => registry.Categories.Current(key) ?? key));

    internal static IReadOnlyList<string> Sorted(IEnumerable<string> words) =>
        [.. words.Distinct(StringComparer.Ordinal).OrderBy(word => word, StringComparer.Ordinal)];
}
