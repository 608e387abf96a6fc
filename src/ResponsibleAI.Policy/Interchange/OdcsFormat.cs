using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Policy.Interchange;

/// <summary>
/// Open Data Contract Standard 3. It has no key for licenses and for what a column means for privacy; its customProperties carry these under names of ours.
/// </summary>
internal static class OdcsFormat
{
    private const string LicenseProperty = "license";
    private const string Bullet = "- ";

    /// <summary>Keys of a column that ODCS has no key for, and their custom property.</summary>
    private static readonly (string Key, string Property)[] s_columnProperties =
        [("roles", "privacyRoles"), ("category", "dataCategory"), ("protection", "protection"), ("granularity", "granularity"), ("justification", "justification")];

    private static readonly string[] s_protections = [.. DataCardSchema.Root.Fields.First(field => field.Name == "columns").Fields.First(field => field.Name == "protection").Values];
    private static readonly string[] s_roles = [.. DataCardSchema.Root.Fields.First(field => field.Name == "columns").Fields.First(field => field.Name == "roles").Values];

    /// <summary>Words of anonymizationStrategy that are plainly a protection of a card.</summary>
    private static readonly Dictionary<string, string> s_strategies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["mask"] = "masked", ["masking"] = "masked", ["hash"] = "hashed", ["hashing"] = "hashed", ["tokenize"] = "tokenized", ["tokenization"] = "tokenized",
        ["encrypt"] = "encrypted", ["encryption"] = "encrypted", ["redact"] = "redacted", ["redaction"] = "redacted", ["generalize"] = "generalized", ["suppress"] = "suppressed",
    };

    private static readonly Dictionary<string, string> s_reasons = new(StringComparer.Ordinal)
    {
        ["status"] = "the state of a contract, not a fact about the data",
        ["classification"] = "one word for confidentiality; state category and roles yourself",
        ["tags"] = "free words",
        ["quality"] = "checks of quality are not part of a card",
        ["slaProperties"] = "promises of service are not part of a card, but for retention",
        ["roles"] = "who gets access is not part of a card",
        ["price"] = "a price is not part of a card",
        ["team"] = "a card names the owner and the privacy contact",
        ["support"] = "a card names one address for users",
        ["servers"] = "where the data is served; a card names local files",
        ["authoritativeDefinitions"] = "links; state under notice, assessments or sources what they are",
        ["encryptedName"] = "the name of the protected twin; state columns[].protection yourself",
        ["physicalType"] = "a card has one type per column",
        ["physicalName"] = "a card has one name per column",
    };

    /// <summary>Fills the card; gives the name for its id and the version of the format.</summary>
    public static (string? Name, string? Revision) Import(YamlMapping map, CardBuilder card, LicenseNames licenses, Ledger ledger, ImportOptions options, FindingList findings)
    {
        var contract = new Entries(map, "", ledger);
        if (contract.Peek("dataContractSpecification") is { } other)
        {
            findings.Wrong("This is a contract of the Data Contract Specification, not of ODCS. Convert it first: datacontract export --format odcs", other.Span);
            return default;
        }

        if (contract.Peek("apiVersion") is not YamlScalar { Text: var version } at || !version.StartsWith("v3", StringComparison.Ordinal))
        {
            findings.Wrong("The YAML is no ODCS contract of version 3: apiVersion: v3.x.y is missing", contract.Peek("apiVersion")?.Span ?? map.Span);
            return default;
        }

        contract.Take("apiVersion");
        contract.Take("kind");
        var id = contract.Text("id");
        var name = contract.Text("name");
        card.Set("name", name);
        card.Set("version", contract.Text("version"));
        Description(contract, card);
        Team(contract, card);
        Support(contract, card);
        Files(contract, card);
        Retention(contract, card);
        CustomProperties(contract, card, licenses);
        Columns(contract, card, options);
        contract.Close("a data card has no key for it", s_reasons);
        return (id is not null && CardBuilder.Id(id) == id && !Guid.TryParse(id, out _) ? id : name ?? id, version);
    }

    public static string Export(Entries card, List<string> missing)
    {
        missing.Add("status");
        var id = card.Text("id")!;
        var version = card.Text("version");
        if (version is null)
            missing.Add("version");
        var contacts = card.Below("contacts");
        var retention = card.Below("retention");
        var members = new (string Key, YamlNode? Value)[]
        {
            ("apiVersion", YamlTree.Text("v3.1.0")),
            ("kind", YamlTree.Text("DataContract")),
            ("id", YamlTree.Text(id)),
            ("name", YamlTree.TextOrNothing(card.Text("name"))),
            ("version", YamlTree.TextOrNothing(version)),
            ("description", YamlTree.Map(
                ("purpose", YamlTree.TextOrNothing(card.Text("description"))),
                ("usage", YamlTree.TextOrNothing(Joined(card.Texts("uses")))),
                ("limitations", YamlTree.TextOrNothing(Joined(card.Texts("limitations")))))),
            ("team", Members(("Owner", card.Text("owner")), ("dpo", contacts?.Text("privacy")))),
            ("support", YamlTree.TextOrNothing(contacts?.Text("maintainer")) is { } channel ? YamlTree.List([YamlTree.Map(("channel", channel), ("url", LicenseNames.IsUrl(channel.Text) ? channel : null))!]) : null),
            ("servers", Servers(card)),
            ("schema", Schema(card, id)),
            ("slaProperties", Sla(retention)),
            ("customProperties", License(card)),
        };
        contacts?.Close("ODCS has no key for it");
        retention?.Close("ODCS has no key for it");
        return YamlWriter.Write(YamlTree.Map(members)!);
    }

    private static void Description(Entries contract, CardBuilder card)
    {
        if (contract.Peek("description") is YamlScalar)
        {
            card.Set("description", contract.Text("description"));
            return;
        }

        if (contract.Below("description") is not { } description)
            return;
        card.Set("description", description.Text("purpose"));
        card.Set("uses", Split(description.Text("usage")));
        card.Set("limitations", Split(description.Text("limitations")));
        description.Close("a data card has no key for it", s_reasons);
    }

    /// <summary>A list of members (3.0) or an object with one (3.1).</summary>
    private static void Team(Entries contract, CardBuilder card)
    {
        var team = contract.Peek("team") is YamlMapping ? contract.Below("team") : null;
        string? privacy = null;
        foreach (var member in team?.Each("members") ?? contract.Each("team"))
        {
            var role = (member.Peek("role") as YamlScalar)?.Text;
            var isOwner = string.Equals(role, "owner", StringComparison.OrdinalIgnoreCase) || string.Equals(role, "data owner", StringComparison.OrdinalIgnoreCase);
            if (isOwner || string.Equals(role, "dpo", StringComparison.OrdinalIgnoreCase))
            {
                member.Take("role");
                var who = member.Text("username") ?? member.Text("name");
                if (isOwner)
                    card.Set("owner", who);
                else
                    privacy = who;
            }

            member.Close(s_reasons["team"]);
        }

        team?.Close(s_reasons["team"]);
        if (privacy is not null)
            card.Set("contacts", YamlTree.Map(("privacy", YamlTree.Text(privacy)), ("maintainer", YamlTree.TextOrNothing(FirstSupport(contract)))));
    }

    private static void Support(Entries contract, CardBuilder card)
    {
        if (FirstSupport(contract) is { } maintainer)
            card.Set("contacts", YamlTree.Map(("maintainer", YamlTree.Text(maintainer))));
    }

    /// <summary>The address of the first channel; taken once.</summary>
    private static string? FirstSupport(Entries contract)
    {
        string? first = null;
        foreach (var channel in contract.Each("support"))
        {
            if (first is null)
            {
                var (name, url) = (channel.Text("channel"), channel.Text("url"));
                first = url ?? name;
                if (url is not null && name is not null && name != url)
                    channel.Tell("channel", s_reasons["support"]);
            }

            channel.Close(s_reasons["support"]);
        }

        return first;
    }

    private static void Files(Entries contract, CardBuilder card)
    {
        var files = new List<YamlNode>();
        foreach (var server in contract.Each("servers"))
        {
            if (server.Peek("type") is YamlScalar { Text: "local" } && server.Peek("path") is YamlScalar { Text: var path } && CardBuilder.IsSafePath(path))
            {
                server.Take("path");
                server.Take("type");
                server.Take("server");
                server.Take("format");
                files.Add(YamlTree.Map(("path", YamlTree.Text(path)))!);
            }

            server.Close(s_reasons["servers"]);
        }

        card.Set("files", YamlTree.List(files));
    }

    private static void Retention(Entries contract, CardBuilder card)
    {
        foreach (var promise in contract.Each("slaProperties"))
        {
            if (promise.Peek("property") is YamlScalar { Text: "retention" } && promise.Text("value") is { } value)
            {
                promise.Take("property");
                card.Set("retention", YamlTree.Map(("criteria", YamlTree.Text(promise.Text("unit") is { } unit ? $"{value} {unit}" : value))));
            }

            promise.Close(s_reasons["slaProperties"]);
        }
    }

    private static void CustomProperties(Entries contract, CardBuilder card, LicenseNames licenses)
    {
        foreach (var property in contract.Each("customProperties"))
        {
            if (property.Peek("property") is YamlScalar { Text: LicenseProperty } && property.Peek("value") is not YamlMapping)
            {
                property.Take("property");
                card.Set("license", [.. property.Texts("value").Select(licenses.Of).Distinct(StringComparer.Ordinal)]);
            }

            property.Close("a property of its author's own");
        }
    }

    private static void Columns(Entries contract, CardBuilder card, ImportOptions options)
    {
        var tables = contract.Each("schema");
        var chosen = options.Table is { } wanted ? tables.FirstOrDefault(table => (table.Peek("name") as YamlScalar)?.Text == wanted) : tables.Count == 1 ? tables[0] : null;
        foreach (var other in tables.Where(table => table != chosen))
            other.Close("one of several tables; a card describes one, choose it with --table");
        if (chosen is null)
            return;

        var columns = new List<YamlNode>();
        foreach (var column in chosen.Each("properties"))
        {
            if (column.Text("name") is not { } name)
            {
                column.Close("a column of a card has a name");
                continue;
            }

            var own = OwnProperties(column);
            columns.Add(YamlTree.Map([("name", YamlTree.Text(name)), ("type", YamlTree.TextOrNothing(column.Text("logicalType"))), .. s_columnProperties.Select(property => (property.Key, own.TryGetValue(property.Key, out var value) ? value : null))])!);
            column.Close("a column of a card has no key for it", s_reasons);
        }

        card.Set("columns", YamlTree.List(columns));
        chosen.Take("logicalType");
        if (chosen.Peek("description") is YamlScalar && (contract.Map.Entries.All(entry => entry.Key.Text != "description")))
            card.Set("description", chosen.Text("description"));
        chosen.Take("name");
        chosen.Close("a data card has no key for it", s_reasons);
    }

    private static Dictionary<string, YamlNode> OwnProperties(Entries column)
    {
        var found = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var property in column.Each("customProperties"))
        {
            var name = (property.Peek("property") as YamlScalar)?.Text;
            if (name == "anonymizationStrategy" && property.Peek("value") is YamlScalar { Text: var strategy } && s_strategies.TryGetValue(strategy, out var protection))
            {
                property.Take("property");
                property.Take("value");
                found["protection"] = YamlTree.Text(protection);
            }
            else if (s_columnProperties.FirstOrDefault(known => known.Property == name).Key is { } key && property.Peek("value") is not YamlMapping)
            {
                property.Take("property");
                var words = property.Texts("value");
                var isKnown = key switch { "roles" => words.All(s_roles.Contains), "protection" => words.Count == 1 && s_protections.Contains(words[0]), "category" => true, _ => words.Count == 1 };
                if (isKnown)
                    found[key] = key is "roles" or "category" ? YamlTree.Words(words) ?? new YamlSequence([], default) : YamlTree.Text(words[0]);
                else
                    property.Tell("value", "no word of a card");
            }

            property.Close("a property of its author's own");
        }

        return found;
    }

    /// <summary>Several texts as bullets; one as it is.</summary>
    private static string? Joined(IReadOnlyList<string> texts) =>
        texts.Count == 0 ? null : texts.Count == 1 ? texts[0] : string.Join("\n", texts.Select(text => Bullet + text));

    private static IReadOnlyCollection<string> Split(string? text)
    {
        var lines = text?.Split('\n') ?? [];
        return text is null ? [] : lines.Length > 1 && lines.All(line => line.StartsWith(Bullet, StringComparison.Ordinal)) ? [.. lines.Select(line => line.Substring(Bullet.Length))] : [text];
    }

    private static YamlMapping? Members(params (string Role, string? Who)[] members) =>
        YamlTree.Map(("members", YamlTree.List(members.Where(member => member.Who is not null).Select(member => YamlTree.Map(("username", YamlTree.Text(member.Who!)), ("role", YamlTree.Text(member.Role)))!))));

    private static YamlSequence? Servers(Entries card)
    {
        var servers = new List<YamlNode>();
        foreach (var file in card.Each("files"))
        {
            var path = file.Text("path")!;
            servers.Add(YamlTree.Map(
                ("server", YamlTree.Text(FormattableString.Invariant($"file-{servers.Count + 1}"))),
                ("type", YamlTree.Text("local")),
                ("path", YamlTree.Text(path)),
                ("format", YamlTree.Text(path.Substring(path.LastIndexOf('.') + 1))))!);
            file.Close("ODCS has no key for it");
        }

        return YamlTree.List(servers);
    }

    private static YamlSequence? Schema(Entries card, string id)
    {
        var columns = new List<YamlNode>();
        foreach (var column in card.Each("columns"))
        {
            var type = column.Text("type") switch { "list" => "array", var word => word };
            if (type is not (null or "string" or "date" or "timestamp" or "time" or "number" or "integer" or "object" or "array" or "boolean"))
            {
                column.Tell("type", $"ODCS has no logical type {FindingList.Quote(type)}");
                type = null;
            }

            var custom = new List<YamlNode>();
            foreach (var (key, property) in s_columnProperties)
            {
                if (column.Take(key) is { } value)
                    custom.Add(YamlTree.Map(("property", YamlTree.Text(property)), ("value", value))!);
            }

            columns.Add(YamlTree.Map(("name", YamlTree.TextOrNothing(column.Text("name"))), ("logicalType", YamlTree.TextOrNothing(type)), ("customProperties", YamlTree.List(custom)))!);
            column.Close("ODCS has no key for it");
        }

        return columns.Count == 0 ? null : YamlTree.List([YamlTree.Map(("name", YamlTree.Text(id)), ("logicalType", YamlTree.Text("object")), ("properties", YamlTree.List(columns)))!]);
    }

    private static YamlSequence? Sla(Entries? retention)
    {
        if (retention?.Peek("criteria") is not YamlScalar { Text: var criteria } || criteria.Split(' ') is not { Length: 1 or 2 } parts || !parts[0].Any(char.IsDigit))
            return null;
        retention.Take("criteria");
        var value = parts[0].All(char.IsDigit) && parts[0].Length < 10 ? YamlTree.Plain(parts[0]) : YamlTree.Text(parts[0]);
        return YamlTree.List([YamlTree.Map(("property", YamlTree.Text("retention")), ("value", value), ("unit", parts.Length == 2 ? YamlTree.Text(parts[1]) : null))!]);
    }

    private static YamlSequence? License(Entries card)
    {
        var ids = new List<string>();
        foreach (var license in card.Each("license"))
        {
            ids.Add(license.Text("id")!);
            license.Close("the custom property holds ids alone");
        }

        return ids.Count == 0 ? null : YamlTree.List([YamlTree.Map(
            ("property", YamlTree.Text(LicenseProperty)),
            ("value", ids.Count == 1 ? YamlTree.Text(ids[0]) : YamlTree.Words(ids)),
            ("description", YamlTree.Text("SPDX ids; several mean that each covers a part")))!]);
    }
}
