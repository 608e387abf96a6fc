using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Linking;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Policy.Snapshots;

/// <summary>What a data card says, as far as code can contradict it; licenses and restrictions of the cards it was made from flow in.</summary>
internal sealed class CardFacts(Registry registry, Day asOf)
{
    private const string Arrow = " ← ";

    /// <summary>Cards that were made from cards that were made from cards: looked at up to here.</summary>
    private const int MostUpstreamCards = 100;

    public DataCard Of(Linked card)
    {
        var root = card.Node;
        var upstream = new Upstream { Cards = { card.Id } };
        Rights(root, "", upstream);
        return new DataCard
        {
            Id = card.Id,
            File = card.At.Path,
            Line = card.At.Line,
            SubjectsData = root.Map("subjects")?.Text("data"),
            SourceStated = root.Maps("sources").Any(),
            FormerIds = SnapshotBuilder.Sorted(root.Words("formerIds") ?? []),
            Files = SnapshotBuilder.Sorted(root.Maps("files").Select(file => file.Text("path")).OfType<string>()),
            Columns = root["columns"] is null ? null : [.. root.Maps("columns").Where(column => column.Text("name") is not null).Select(Column)],
            Purposes = root["purposes"] is null ? null : [.. root.Maps("purposes").Where(purpose => purpose.Text("id") is not null).Select(Purpose).OrderBy(purpose => purpose.Id, StringComparer.Ordinal)],
            Licenses = [.. upstream.Licenses.Distinct().OrderBy(license => license.Via, StringComparer.Ordinal).ThenBy(license => license.Id, StringComparer.Ordinal)],
            Restrictions = SnapshotBuilder.Sorted(upstream.Restrictions),
            ConsentEvidence = root.Map("consent")?.Text("evidence"),
            ConsentCovers = root.Map("consent")?.Words("covers") is { } covers ? SnapshotBuilder.Sorted(covers) : null,
            RetentionEnded = SnapshotBuilder.Before(root.Map("retention")?.LastDay("until"), asOf),
            Proxies = [.. root.Maps("proxies").Where(proxy => proxy.Text("column") is not null).Select(Proxy)
                .OrderBy(proxy => proxy.Column, StringComparer.Ordinal).ThenBy(proxy => proxy.For, StringComparer.Ordinal)],
        };
    }

    /// <summary>Columns stay in the card's order, which is the file's.</summary>
    private CardColumn Column(MapNode column) => new(
        column.Text("name")!,
        SnapshotBuilder.Current(column.Words("category") ?? [], registry),
        column.Words("roles") is { } roles ? SnapshotBuilder.Sorted(roles) : null,
        column.Text("protection") ?? "unchanged");

    private static CardPurpose Purpose(MapNode purpose) => new(purpose.Text("id")!, purpose.Text("lawfulBasis"), purpose.Text("art9"));

    private CardProxy Proxy(MapNode proxy) => new(proxy.Text("column")!, proxy.Text("for") is { } category ? registry.Categories.Current(category) ?? category : "");

    private void Rights(MapNode card, string via, Upstream upstream)
    {
        Licenses(card, via, upstream);
        upstream.Restrictions.AddRange(card.Words("restrictions") ?? []);
        foreach (var source in card.Maps("sources"))
        {
            var step = Join(via, source.Text("id") ?? "");
            Licenses(source, step, upstream);
            if (source.Map("generator")?.Scalar("license") is { IsNone: false } terms)
            {
                upstream.Licenses.Add(License(terms.Text, step));
            }

            if (source.Text("dataset") is { } id && registry.Card(id) is { } from && upstream.Cards.Count < MostUpstreamCards && upstream.Cards.Add(id))
            {
                Rights(from, Join(step, id), upstream);
            }
        }
    }

    private void Licenses(MapNode holder, string via, Upstream upstream)
    {
        foreach (var license in holder.Maps("license"))
        {
            if (license.Text("id") is { } id)
            {
                upstream.Licenses.Add(License(id, via));
            }
        }
    }

    private CardLicense License(string id, string via)
    {
        var facts = registry.License(id);
        return new CardLicense(facts?.Text("id") ?? id, via, facts?.Text("commercial") ?? LicensesSchema.Unknown);
    }

    private static string Join(string via, string step) => via.Length == 0 ? step : via + Arrow + step;

    private sealed class Upstream
    {
        public List<CardLicense> Licenses { get; } = [];

        public List<string> Restrictions { get; } = [];

        public HashSet<string> Cards { get; } = new(StringComparer.Ordinal);
    }
}
