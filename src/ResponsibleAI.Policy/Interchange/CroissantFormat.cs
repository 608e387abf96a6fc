using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Linking;
using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Policy.Interchange;

/// <summary>Croissant 1.0 and 1.1 with its responsible-AI vocabulary. Prefixes of keys are not looked at, so that files of all versions read alike.</summary>
internal static class CroissantFormat
{
    private const string Rows = "rows";

    private static readonly Dictionary<string, string> s_spellings = new(StringComparer.Ordinal)
    {
        ["sdLicence"] = "sdLicense",
        ["useCases"] = "dataUseCases",
        ["annotationPlatform"] = "dataAnnotationPlatform",
        ["dataReleaseMaintenance"] = "dataReleaseMaintenancePlan",
        ["dataCollectionTimeFrame"] = "dataCollectionTimeframe",
    };

    private static readonly Dictionary<string, string> s_reasons = new(StringComparer.Ordinal)
    {
        ["personalSensitiveInformation"] = "prose; read it and answer subjects.data yourself",
        ["dataCollection"] = "prose; read it and state it under sources",
        ["dataCollectionRawData"] = "prose; read it and state it under sources",
        ["dataSocialImpact"] = "prose; a card has no key for it",
        ["dataAnnotationProtocol"] = "prose; labels.instructions takes a reference",
        ["citeAs"] = "a citation is not the attribution that a license asks for; state that under license",
        ["citation"] = "a citation is not the attribution that a license asks for; state that under license",
        ["datePublished"] = "a card knows when data was collected and changed, not when it was published",
        ["keywords"] = "free words",
        ["publisher"] = "a card names the maker and the owner",
        ["wasGeneratedBy"] = "a graph of activities; state what matters under sources",
        ["conditionsOfAccess"] = "terms in prose; read them and state what they say under restrictions or terms",
        ["sdLicense"] = "the license of the description, not of the data",
        ["temporalCoverage"] = "the time that the data is about, not when it was collected",
        ["spatialCoverage"] = "the place that the data is about; state subjects.regions yourself",
    };

    private static readonly Dictionary<string, string> s_kindsOfCollection = new(StringComparer.OrdinalIgnoreCase) { ["Web Scraping"] = "web-crawl", ["Web API"] = "web-api" };

    /// <summary>Fills the card; gives the name for its id and the version of the format.</summary>
    public static (string? Name, string? Revision) Import(YamlMapping map, CardBuilder card, LicenseNames licenses, Ledger ledger, ImportOptions options, FindingList findings)
    {
        var document = new Entries(map, "", ledger, Canonical);
        document.Take("@context");
        document.Take("@type");
        if (document.Peek("recordSet") is null && document.Peek("distribution") is null && document.Peek("conformsTo") is null)
        {
            findings.Wrong("The JSON is no Croissant description: it has neither distribution nor recordSet nor conformsTo", map.Span);
            return default;
        }

        var conformsTo = document.Texts("conformsTo").FirstOrDefault(text => text.Contains("/croissant/"));
        var name = document.Text("name");
        var identifier = document.Text("identifier");
        document.Take("@id");
        card.Set("name", name);
        card.Set("description", document.Text("description"));
        card.Set("version", document.Text("version"));
        card.Set("url", document.Text("url"));
        card.Set("creator", Names(document, "creator"));
        card.Set("copyrightHolder", Names(document, "copyrightHolder"));
        Date(document, card, "dateModified", "dateModified");
        card.Set("language", document.Texts("inLanguage"));
        card.Set("contacts", YamlTree.Map(("maintainer", YamlTree.TextOrNothing(Names(document, "maintainer")))));
        card.Set("terms", document.Texts("usageInfo"));
        License(document, card, licenses);
        Files(document, card);
        Columns(document, card, options);
        Sources(document, card);
        card.Set("uses", document.Texts("dataUseCases"));
        card.Set("limitations", document.Texts("dataLimitations"));
        card.Set("knownBiases", document.Texts("dataBiases"));
        card.Set("preparation", document.Texts("dataPreprocessingProtocol"));
        card.Set("labels", YamlTree.Map(("annotators", YamlTree.TextOrNothing(document.Texts("annotatorDemographics") is { Count: > 0 } who ? string.Join("; ", who) : null))));
        if (document.Peek("expires") is YamlScalar { Text: var expires } && CardBuilder.Date(expires) is { } until)
        {
            document.Take("expires");
            card.Set("retention", YamlTree.Map(("until", until)));
        }

        document.Close("a data card has no key for it", s_reasons);
        var revision = conformsTo is null ? null : conformsTo.Substring(conformsTo.LastIndexOf('/') + 1);
        return (identifier is not null && CardBuilder.Id(identifier) == identifier ? identifier : name, revision);
    }

    public static string Export(Entries card, List<string> missing)
    {
        missing.Add("datePublished");
        var id = card.Text("id")!;
        var sources = card.Each("sources");
        var labels = card.Below("labels");
        var contacts = card.Below("contacts");
        var retention = card.Below("retention");
        var files = card.Each("files");
        var name = Required("name", card.Text("name"), missing);
        var members = new List<(string Key, YamlNode? Value)>
        {
            ("@context", Context()),
            ("@type", YamlTree.Text("sc:Dataset")),
            ("conformsTo", YamlTree.Words(["http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0"])),
            ("identifier", YamlTree.Text(id)),
            ("name", YamlTree.TextOrNothing(name)),
            ("description", YamlTree.TextOrNothing(Required("description", card.Text("description"), missing))),
            ("version", YamlTree.TextOrNothing(card.Text("version"))),
            ("url", YamlTree.TextOrNothing(Required("url", card.Text("url"), missing))),
            ("license", LicenseOf(card, missing)),
            ("creator", YamlTree.TextOrNothing(Required("creator", card.Text("creator"), missing)) is { } creator ? YamlTree.Map(("@type", YamlTree.Text("sc:Organization")), ("name", creator)) : null),
            ("copyrightHolder", YamlTree.TextOrNothing(card.Text("copyrightHolder"))),
            ("dateModified", YamlTree.TextOrNothing(card.Text("dateModified"))),
            ("inLanguage", YamlTree.Words(card.Texts("language"))),
            ("maintainer", YamlTree.TextOrNothing(contacts?.Text("maintainer"))),
            ("usageInfo", YamlTree.Words(card.Texts("terms"))),
            ("expires", YamlTree.TextOrNothing(retention?.Text("until"))),
            ("prov:wasDerivedFrom", YamlTree.Words(sources.Select(UrlOf).OfType<string>())),
            ("rai:dataCollectionType", YamlTree.Words(sources.Select(KindOf).OfType<string>())),
            ("rai:dataCollectionTimeframe", Timeframe(sources)),
            ("rai:dataUseCases", YamlTree.Words(card.Texts("uses"))),
            ("rai:dataLimitations", YamlTree.Words(card.Texts("limitations"))),
            ("rai:dataBiases", YamlTree.Words(card.Texts("knownBiases"))),
            ("rai:dataPreprocessingProtocol", YamlTree.Words(card.Texts("preparation"))),
            ("rai:annotatorDemographics", YamlTree.TextOrNothing(labels?.Text("annotators"))),
            ("distribution", YamlTree.List(files.Select(Resource))),
            ("recordSet", RecordSet(card)),
        };
        foreach (var below in new[] { labels, contacts, retention }.Concat(sources).Concat(files))
        {
            below?.Close("Croissant has no key for it");
        }

        return JsonText.Write(YamlTree.Map([.. members])!);
    }

    /// <summary>Without its prefix, in the spelling of the vocabulary.</summary>
    private static string Canonical(string key)
    {
        var colon = key.IndexOf(':');
        var name = colon < 0 ? key : key.Substring(colon + 1);
        return s_spellings.TryGetValue(name, out var spelling) ? spelling : name;
    }

    /// <summary>The names of people or organizations, joined by semicolons.</summary>
    private static string? Names(Entries document, string key)
    {
        string[] names;
        if (document.Peek(key) is YamlScalar || document.Peek(key) is YamlSequence { Items: var items } && items.All(item => item is YamlScalar))
        {
            names = [.. document.Texts(key)];
        }
        else
        {
            var found = new List<string>();
            foreach (var who in document.Each(key))
            {
                if (who.Text("name") is { } name)
                    found.Add(name);
                who.Take("@type");
                who.Close("a card names people and organizations by name alone");
            }

            names = [.. found];
        }

        return names.Length == 0 ? null : string.Join("; ", names);
    }

    private static void Date(Entries document, CardBuilder card, string key, string into)
    {
        if (document.Peek(key) is YamlScalar { Text: var text } && CardBuilder.Date(text) is { } date)
        {
            document.Take(key);
            card.Set(into, date);
        }
    }

    private static void License(Entries document, CardBuilder card, LicenseNames licenses)
    {
        var at = document.Peek("license");
        var found = new List<YamlNode>();
        var words = at is YamlMapping || (at is YamlSequence { Items: var items } && items.Any(item => item is YamlMapping))
            ? [.. document.Each("license").Select(AddressOf).OfType<string>()]
            : document.Texts("license");
        if (at is YamlScalar { Text: "none" })
            words = ["unknown"];
        foreach (var written in words.Distinct(StringComparer.Ordinal))
        {
            var id = written == "other" ? LicenseTable.NoAssertion : licenses.Of(written);
            if (id == LicenseTable.NoAssertion && !written.Equals("unknown", StringComparison.OrdinalIgnoreCase))
                document.Tell("license", $"{FindingList.Quote(written)} names no license", at);
            var keepsLink = LicenseNames.IsUrl(written) && id.StartsWith(LicenseTable.CustomPrefix, StringComparison.Ordinal);
            found.Add(keepsLink ? YamlTree.Map(("id", YamlTree.Text(id)), ("link", YamlTree.Text(written)))! : YamlTree.Text(id));
        }

        card.Set("license", found.Count == 1 ? found[0] : YamlTree.List(found));
    }

    /// <summary>A license as a thing of its own: its address before its name.</summary>
    private static string? AddressOf(Entries license)
    {
        var (address, id, name) = (license.Text("url"), license.Text("@id"), license.Text("name"));
        license.Take("@type");
        license.Close("a card names a license by id and link");
        return address ?? id ?? name;
    }

    private static void Files(Entries document, CardBuilder card)
    {
        var files = new List<YamlNode>();
        foreach (var resource in document.Each("distribution"))
        {
            var type = resource.Text("@type");
            var isSet = type?.EndsWith("FileSet", StringComparison.Ordinal) == true;
            var at = resource.Peek(isSet ? "includes" : "contentUrl");
            var isInside = resource.Peek("containedIn") is not null;
            foreach (var place in resource.Texts(isSet ? "includes" : "contentUrl"))
            {
                var path = LicenseNames.IsUrl(place) ? CardBuilder.FileOf(place) : CardBuilder.IsSafePath(place) ? (isInside && !place.StartsWith("**/", StringComparison.Ordinal) ? "**/" + place : place) : null;
                if (path is null || path != place)
                    resource.Tell(isSet ? "includes" : "contentUrl", path is null ? "an address or path that names no file of a repository" : "the place where it was; the card looks for the file by the end of it", at);
                if (path is null)
                    continue;
                var hash = (resource.Peek("sha256") as YamlScalar)?.Text;
                var isHash = hash is { Length: 64 } && hash.All(digit => Uri.IsHexDigit(digit));
                if (isHash)
                    resource.Take("sha256");
                files.Add(YamlTree.Map(("path", YamlTree.Text(path)), ("sha256", isHash ? YamlTree.Text(hash!.ToLowerInvariant()) : null))!);
            }

            resource.Take("@id");
            resource.Take("name");
            resource.Close("a file of a card has a path and a hash", new Dictionary<string, string>(StringComparer.Ordinal) { ["sha256"] = "it is no SHA-256 of 64 hexadecimal digits" });
        }

        card.Set("files", YamlTree.List(files));
    }

    private static void Columns(Entries document, CardBuilder card, ImportOptions options)
    {
        var sets = document.Each("recordSet");
        var tables = sets.Where(set => !IsEnumeration(set)).ToArray();
        var chosen = options.Table is { } wanted ? tables.FirstOrDefault(set => NameOf(set) == wanted) : tables.Length == 1 ? tables[0] : null;
        foreach (var other in sets.Where(set => set != chosen))
        {
            other.Close(tables.Contains(other) ? "one of several record sets; a card describes one table, choose it with --table" : "a list of words, not the data");
        }

        if (chosen is null)
        {
            return;
        }

        var columns = new List<YamlNode>();
        foreach (var field in chosen.Each("field"))
        {
            var types = field.Texts("dataType");
            var roles = types.Any(type => LastWord(type) == "Label") ? YamlTree.Words(["label"]) : null;
            var type = types.Select(TypeOf).OfType<string>().FirstOrDefault();
            if (types.Any(type => TypeOf(type) is null && LastWord(type) != "Label"))
                field.Tell("dataType", "a meaning in a vocabulary of its own");
            if (NameOf(field, NameOf(chosen)) is { } name)
                columns.Add(YamlTree.Map(("name", YamlTree.Text(name)), ("type", YamlTree.TextOrNothing(type)), ("roles", roles))!);
            field.Take("name");
            field.Take("@id");
            field.Take("@type");
            field.Close("a column of a card has a name and a type in one word");
        }

        card.Set("columns", YamlTree.List(columns));
        chosen.Take("name");
        chosen.Take("@id");
        chosen.Take("@type");
        chosen.Close("a data card has no key for it");
    }

    /// <summary>Splits and classes are written out in the description itself, or say so by their type.</summary>
    private static bool IsEnumeration(Entries set) =>
        set.Peek("data") is not null || set.Peek("dataType") is { } type && Words(type).Any(word => LastWord(word) is "Split" or "Enumeration");

    private static IEnumerable<string> Words(YamlNode node) => node is YamlSequence list ? list.Items.OfType<YamlScalar>().Select(item => item.Text) : node is YamlScalar scalar ? [scalar.Text] : [];

    /// <summary>The name, else the id; without the name of the record set before it: rows/age.</summary>
    private static string? NameOf(Entries thing, string? set = null)
    {
        var text = ((thing.Peek("name") ?? thing.Peek("@id")) as YamlScalar)?.Text.Trim();
        var name = text is not null && set is not null && text.StartsWith(set + "/", StringComparison.Ordinal) ? text.Substring(set.Length + 1) : text;
        return name is null or "" or "none" ? null : name;
    }

    private static string LastWord(string type) => type.Substring(type.LastIndexOfAny([':', '/', '#']) + 1);

    private static string? TypeOf(string type) => LastWord(type) switch
    {
        "Text" or "String" => "string",
        "Integer" or "Int64" or "Int32" or "Int16" or "Int8" or "UInt8" or "UInt16" or "UInt32" or "UInt64" => "integer",
        "Float" or "Number" or "Float16" or "Float32" or "Float64" => "number",
        "Boolean" or "Bool" => "boolean",
        "Date" or "DateTime" or "Time" => "date",
        "URL" => "url",
        "ImageObject" => "image",
        "AudioObject" => "audio",
        "VideoObject" => "video",
        "BoundingBox" => "bounding-box",
        _ => null,
    };

    private static string? DataType(string word) => word switch
    {
        "string" => "sc:Text",
        "integer" => "sc:Integer",
        "number" => "sc:Float",
        "boolean" => "sc:Boolean",
        "date" => "sc:Date",
        "url" => "sc:URL",
        "image" => "sc:ImageObject",
        "audio" => "sc:AudioObject",
        "video" => "sc:VideoObject",
        "bounding-box" => "cr:BoundingBox",
        _ => null,
    };

    private static void Sources(Entries document, CardBuilder card)
    {
        var sources = new List<YamlNode>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var at = document.Peek("wasDerivedFrom");
        var origins = at is YamlMapping || (at is YamlSequence { Items: var items } && items.Any(item => item is YamlMapping))
            ? [.. document.Each("wasDerivedFrom").Select(AddressOf).OfType<string>()]
            : document.Texts("wasDerivedFrom");
        foreach (var origin in origins)
        {
            var name = LicenseNames.IsUrl(origin) ? origin.Substring(origin.IndexOf("//", StringComparison.Ordinal) + 2) : origin;
            if (CardBuilder.Id(name) is { } id && ids.Add(id))
                sources.Add(YamlTree.Map(("id", YamlTree.Text(id)), ("kind", YamlTree.Text("public-dataset")), ("url", LicenseNames.IsUrl(origin) ? YamlTree.Text(origin) : null))!);
        }

        var types = document.Peek("dataCollectionType");
        var kinds = new List<string>();
        foreach (var word in document.Texts("dataCollectionType"))
        {
            if (s_kindsOfCollection.TryGetValue(word, out var kind))
                kinds.Add(kind);
            else
                document.Tell("dataCollectionType", $"no kind of source is called {FindingList.Quote(word)}", types);
        }

        var timeframe = document.Peek("dataCollectionTimeframe");
        var dates = document.Texts("dataCollectionTimeframe").Select(CardBuilder.Date).ToArray();
        var collected = dates.Length is 1 or 2 && dates.All(date => date is not null) ? YamlTree.Map(("from", dates[0]), ("to", dates[dates.Length - 1])) : null;
        if (timeframe is not null && (collected is null || kinds.Count > 1))
            document.Tell("dataCollectionTimeframe", collected is null ? "it is no date or pair of dates" : "one time for several kinds of source", timeframe);
        foreach (var kind in kinds.Distinct(StringComparer.Ordinal))
            sources.Add(YamlTree.Map(("id", YamlTree.Text(kind)), ("kind", YamlTree.Text(kind)), ("collected", kinds.Count == 1 ? collected : null))!);
        if (kinds.Count == 0 && collected is not null)
            sources.Add(YamlTree.Map(("id", YamlTree.Text("collection")), ("collected", collected))!);
        card.Set("sources", YamlTree.List(sources));
    }

    private static string? Required(string key, string? value, List<string> missing)
    {
        if (value is null)
            missing.Add(key);
        return value;
    }

    private static YamlNode? LicenseOf(Entries card, List<string> missing)
    {
        var words = new List<string>();
        foreach (var entry in card.Each("license"))
        {
            var id = entry.Text("id")!;
            if (id is LicenseTable.None or LicenseTable.NoAssertion)
                entry.Tell("id", "Croissant has no word for an unknown license or none");
            else
                words.Add(!id.StartsWith(LicenseTable.CustomPrefix, StringComparison.OrdinalIgnoreCase) ? "https://spdx.org/licenses/" + id
                    : entry.Peek("link") is YamlScalar { Text: var link } && LicenseNames.IsUrl(link) && LicenseNames.Reference(link.Substring(link.IndexOf("//", StringComparison.Ordinal) + 2)) == id ? entry.Text("link")! : id);
            entry.Close("Croissant lists licenses alone");
        }

        if (words.Count == 0)
            missing.Add("license");
        return words.Count == 1 ? YamlTree.Text(words[0]) : YamlTree.Words(words);
    }

    private static string? UrlOf(Entries source)
    {
        if (source.Peek("kind") is not YamlScalar { Text: "public-dataset" })
            return null;
        source.Take("kind");
        var id = source.Text("id");
        return source.Text("url") ?? id;
    }

    private static string? KindOf(Entries source)
    {
        var kind = s_kindsOfCollection.FirstOrDefault(pair => pair.Value == (source.Peek("kind") as YamlScalar)?.Text).Key;
        if (kind is not null)
        {
            source.Take("kind");
            source.Take("id");
        }

        return kind;
    }

    /// <summary>One timeframe for the whole: of the one source that has it.</summary>
    private static YamlSequence? Timeframe(IReadOnlyList<Entries> sources)
    {
        var dated = sources.Where(source => source.Peek("collected") is not null).ToArray();
        if (dated.Length != 1 || sources.Count(source => source.Peek("kind") is null && source.Peek("url") is null) > 1)
            return null;
        var collected = dated[0].Below("collected")!;
        var (from, to) = (collected.Text("from"), collected.Text("to"));
        return YamlTree.Words(new[] { from ?? to, to ?? from }.OfType<string>());
    }

    private static YamlNode Resource(Entries file)
    {
        var path = file.Text("path")!;
        var isSet = path.IndexOfAny(['*', '?']) >= 0;
        return YamlTree.Map(
            ("@type", YamlTree.Text(isSet ? "cr:FileSet" : "cr:FileObject")),
            ("@id", YamlTree.Text(path)),
            ("name", YamlTree.Text(path.Substring(path.LastIndexOf('/') + 1))),
            (isSet ? "includes" : "contentUrl", YamlTree.Text(path)),
            ("encodingFormat", YamlTree.Text(Encoding(path))),
            ("sha256", isSet ? null : YamlTree.TextOrNothing(file.Text("sha256"))))!;
    }

    private static string Encoding(string path) => path.Substring(path.LastIndexOf('.') + 1).ToLowerInvariant() switch
    {
        "csv" => "text/csv",
        "tsv" or "tab" => "text/tab-separated-values",
        "json" => "application/json",
        "jsonl" or "ndjson" => "application/jsonlines",
        "parquet" => "application/x-parquet",
        "zip" => "application/zip",
        "txt" => "text/plain",
        _ => "application/octet-stream",
    };

    private static YamlSequence? RecordSet(Entries card)
    {
        var fields = new List<YamlNode>();
        foreach (var column in card.Each("columns"))
        {
            var name = column.Text("name")!;
            var types = new List<string>();
            if (column.Peek("type") is YamlScalar { Text: var word } && DataType(word) is { } type)
            {
                column.Take("type");
                types.Add(type);
            }

            if (column.Peek("roles") is YamlSequence { Items: var roles } && roles.All(role => role is YamlScalar { Text: "label" }) && roles.Count == 1)
            {
                column.Take("roles");
                types.Add("cr:Label");
            }

            fields.Add(YamlTree.Map(
                ("@type", YamlTree.Text("cr:Field")),
                ("@id", YamlTree.Text($"{Rows}/{name}")),
                ("name", YamlTree.Text(name)),
                ("dataType", types.Count == 1 ? YamlTree.Text(types[0]) : YamlTree.Words(types)))!);
            column.Close("Croissant has no key for it");
        }

        return fields.Count == 0 ? null : YamlTree.List([YamlTree.Map(("@type", YamlTree.Text("cr:RecordSet")), ("@id", YamlTree.Text(Rows)), ("name", YamlTree.Text(Rows)), ("field", YamlTree.List(fields)))!]);
    }

    /// <summary>The terms that this exporter writes, bound to the vocabularies of the Croissant specification.</summary>
    private static YamlMapping Context() => YamlTree.Map(
        ("@language", YamlTree.Text("en")),
        ("@vocab", YamlTree.Text("https://schema.org/")),
        ("sc", YamlTree.Text("https://schema.org/")),
        ("cr", YamlTree.Text("http://mlcommons.org/croissant/")),
        ("rai", YamlTree.Text("http://mlcommons.org/croissant/RAI/")),
        ("dct", YamlTree.Text("http://purl.org/dc/terms/")),
        ("prov", YamlTree.Text("http://www.w3.org/ns/prov#")),
        ("conformsTo", YamlTree.Text("dct:conformsTo")),
        ("recordSet", YamlTree.Text("cr:recordSet")),
        ("field", YamlTree.Text("cr:field")),
        ("includes", YamlTree.Text("cr:includes")),
        ("dataType", YamlTree.Map(("@id", YamlTree.Text("cr:dataType")), ("@type", YamlTree.Text("@vocab")))))!;
}
