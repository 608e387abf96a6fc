using System.Globalization;
using System.Text;
using System.Text.Json;
using ResponsibleAI.Cli.Commands;
using ResponsibleAI.Cli.Reports;
using ResponsibleAI.Policy.Inventories;

namespace ResponsibleAI.Cli.Registry;

/// <summary>An inventory as table and as JSON (docs/schema/registry.schema.json). Same input, same bytes.</summary>
/// <param name="inventory">What was found.</param>
/// <param name="code">What code uses; empty when no map was given.</param>
/// <param name="hasMap">Whether a map was given: without one nothing is known about code.</param>
internal sealed class RegistryReport(Inventory inventory, IReadOnlyList<CodeUse> code, bool hasMap)
{
    public const string Schema = "rai/registry/1";

    private const int WidestCell = 48;

    public string Text()
    {
        var text = new StringBuilder();
        Table(text, "Data cards", InventoryKind.DataCard, ["id", "version", "owner", "people", "license", "purposes", "used by", "where"],
            entry => [entry.Id, entry.Version, entry.Owner, entry.Subjects, string.Join(", ", entry.Licenses), Names(entry, InventoryKind.Purpose), Users(entry), Where(entry)]);
        Table(text, "Model cards", InventoryKind.ModelCard, ["id", "version", "owner", "purpose", "trained and tested on", "where"],
            entry => [entry.Id, entry.Version, entry.Owner, Names(entry, InventoryKind.Purpose), Names(entry, InventoryKind.DataCard), Where(entry)]);
        Table(text, "Purposes", InventoryKind.Purpose, ["id", "title", "owner", "area", "review by", "used by", "where"],
            entry => [entry.Id, entry.Name, entry.Owner, entry.UseArea, entry.ReviewBy, Users(entry), Where(entry)]);
        foreach (var finding in inventory.Findings)
            text.Append(Messages.Of(finding)).Append('\n');
        if (inventory.Findings.Count > 0)
            text.Append('\n');
        int Of(InventoryKind kind) => inventory.Entries.Count(entry => entry.Kind == kind);
        text.Append(CultureInfo.InvariantCulture, $"{Messages.Number(Of(InventoryKind.DataCard), "data card")}, {Messages.Number(Of(InventoryKind.ModelCard), "model card")}, {Messages.Number(Of(InventoryKind.Purpose), "purpose")}; {Messages.Number(inventory.Findings.Count, "finding")}.");
        return text.Append(hasMap ? "\n" : " What code uses is not assessed: name an output of rai map with --map.\n").ToString();
    }

    public string Json() => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteBoolean("codeAssessed", hasMap);
        foreach (var (name, kind) in new[] { ("dataCards", InventoryKind.DataCard), ("modelCards", InventoryKind.ModelCard), ("purposes", InventoryKind.Purpose) })
        {
            json.WriteStartArray(name);
            foreach (var entry in inventory.Entries.Where(entry => entry.Kind == kind))
                Entry(json, entry);
            json.WriteEndArray();
        }

        json.WriteStartArray("findings");
        foreach (var finding in inventory.Findings)
        {
            json.WriteStartObject();
            json.WriteString("rule", finding.Rule);
            json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
            json.WritePlace(finding.Location);
            json.WriteString("message", finding.Message);
            json.WriteString("fingerprint", finding.Fingerprint);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private void Entry(Utf8JsonWriter json, InventoryEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("repository", entry.Repository);
        json.WritePlace(entry.Place);
        foreach (var (name, value) in new[] { ("name", entry.Name), ("version", entry.Version), ("owner", entry.Owner), ("subjects", entry.Subjects), ("useArea", entry.UseArea), ("reviewBy", entry.ReviewBy) })
            if (value is not null)
                json.WriteString(name, value);
        json.WriteStrings("licenses", entry.Licenses);
        json.WriteStartArray("uses");
        foreach (var use in entry.Uses)
        {
            json.WriteStartObject();
            json.WriteString("kind", Word(use.Kind));
            json.WriteString("id", use.Id);
            json.WriteString("key", use.Key);
            if (use.Role is not null)
                json.WriteString("role", use.Role);
            json.WriteString("repository", use.Repository);
            json.WritePlace(use.Place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("usedBy");
        foreach (var (user, use) in UsersOf(entry))
        {
            json.WriteStartObject();
            json.WriteString("kind", Word(user.Kind));
            json.WriteString("id", user.Id);
            json.WriteString("repository", user.Repository);
            json.WriteString("key", use.Key);
            if (use.Role is not null)
                json.WriteString("role", use.Role);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStrings("code", Code(entry));
        json.WriteEndObject();
    }

    private IEnumerable<(InventoryEntry User, InventoryReference Use)> UsersOf(InventoryEntry entry) =>
        inventory.Entries.SelectMany(user => user.Uses.Where(use => use.Kind == entry.Kind && use.Id == entry.Id && use.Repository == entry.Repository).Select(use => (user, use)));

    private IReadOnlyList<string> Code(InventoryEntry entry) =>
        entry.Kind == InventoryKind.ModelCard ? [] : [.. code.Where(use => use.Id == entry.Id && use.IsPurpose == (entry.Kind == InventoryKind.Purpose)).Select(static use => use.Place).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private string Users(InventoryEntry entry) => string.Join(", ", UsersOf(entry).Select(static user => user.User.Id).Concat(Code(entry)).Distinct(StringComparer.Ordinal));

    private static string Names(InventoryEntry entry, InventoryKind kind) =>
        string.Join(", ", entry.Uses.Where(use => use.Kind == kind).Select(use => use.Repository is null ? $"{use.Id} (unknown)" : use.Role is null || kind == InventoryKind.Purpose ? use.Id : $"{use.Id} ({use.Role})").Distinct(StringComparer.Ordinal));

    private static string Where(InventoryEntry entry) => string.Create(CultureInfo.InvariantCulture, $"{entry.Place.Path}:{entry.Place.Line}");

    private static string Word(InventoryKind kind) => kind switch { InventoryKind.DataCard => "data-card", InventoryKind.ModelCard => "model-card", _ => "purpose" };

    private void Table(StringBuilder text, string title, InventoryKind kind, string[] heads, Func<InventoryEntry, string?[]> cells)
    {
        var rows = inventory.Entries.Where(entry => entry.Kind == kind).Select(entry => Cells(cells(entry))).ToList();
        if (rows.Count == 0)
            return;
        text.Append(title).Append('\n');
        var widths = heads.Select((head, column) => rows.Max(row => row[column].Length) is var widest && widest > head.Length ? widest : head.Length).ToArray();
        foreach (var row in rows.Prepend(heads))
            text.Append("  ").Append(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()).Append('\n');
        text.Append('\n');
    }

    /// <summary>On one line each; only the last, the place, may be longer than a cell.</summary>
    private static string[] Cells(string?[] values)
    {
        string[] cells = [.. values.Select(static value => value is { Length: > 0 } ? string.Concat(value.Select(static letter => char.IsControl(letter) ? ' ' : letter)) : "-")];
        for (var column = 0; column < cells.Length - 1; column++)
            if (cells[column].Length > WidestCell)
                cells[column] = cells[column][..(WidestCell - 1)] + "…";
        return cells;
    }
}
