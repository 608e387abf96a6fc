using System.Globalization;
using System.Text;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Linking;
using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Policy.Interchange;

/// <summary>README.md of a Hugging Face dataset (hub-docs datasetcard.md): the typed keys of its front matter.</summary>
internal static class HuggingFaceFormat
{
    private const int MostHeadings = 100;
    private const string Extended = "extended|";
    private const string Other = "other-";
    private const string Modality = "modality:";

    private static readonly Dictionary<string, string> s_labelersOfAnnotations = new(StringComparer.Ordinal)
    {
        ["crowdsourced"] = "crowd", ["expert-generated"] = "expert", ["expert-annotated"] = "expert", ["machine-generated"] = "machine", ["found"] = "found",
    };

    private static readonly Dictionary<string, string> s_modalitiesOfTags = new(StringComparer.Ordinal)
    {
        ["tabular"] = "tabular", ["text"] = "text", ["image"] = "image", ["audio"] = "audio", ["video"] = "video", ["timeseries"] = "time-series", ["time-series"] = "time-series",
    };

    private static readonly Dictionary<string, string> s_reasons = new(StringComparer.Ordinal)
    {
        ["language_creators"] = "how the text was made is no key of a card; see sources[].kind",
        ["multilinguality"] = "the card lists the languages themselves",
        ["size_categories"] = "a range is no number of rows",
        ["task_ids"] = "more exact than uses, in a vocabulary of its own",
        ["paperswithcode_id"] = "an id of another catalog",
        ["train-eval-index"] = "how somebody evaluates on it",
        ["tags"] = "free words",
        ["license_details"] = "prose; read it and state what it says under license or restrictions",
        ["extra_gated_prompt"] = "terms in prose; read them and state what they say under restrictions or terms",
        ["extra_gated_fields"] = "how access is given",
        ["extra_gated_heading"] = "how access is given",
        ["extra_gated_button_content"] = "how access is given",
        ["extra_gated_eu_disallowed"] = "a limit of access; state it under restrictions or terms",
        ["viewer"] = "how it is shown",
    };

    /// <summary>The front matter with its places in the file; the headings below it are told as prose.</summary>
    public static YamlNode? FrontMatter(string text, YamlLimits limits, FindingList findings, Ledger ledger)
    {
        var lines = text.Split('\n');
        var first = Array.FindIndex(lines, line => line.Trim().Length > 0);
        var end = first >= 0 && lines[first].TrimEnd() == "---" ? Array.FindIndex(lines, first + 1, line => line.TrimEnd() == "---") : -1;
        if (end < 0)
        {
            findings.NotAssessed(
                first >= 0 && lines[first].TrimEnd() == "---" ? "The front matter that opens with `---` never closes" : "The file does not begin with front matter between two lines `---`; there are no typed facts to import",
                new(findings.Path, Math.Max(1, first + 1), 1, Math.Max(1, first + 1), 1));
            return null;
        }

        Headings(lines, end + 1, findings.Path, ledger);
        var matter = string.Join("\n", lines.Take(end));
        return YamlReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(matter)), limits, findings).Documents is [var document, ..] ? document : null;
    }

    /// <summary>Fills the card; gives the name for its id and no revision.</summary>
    public static (string? Name, string? Revision) Import(YamlMapping document, CardBuilder card, LicenseNames licenses, Ledger ledger, ImportOptions options, string path)
    {
        var matter = new Entries(document, "", ledger);
        var pretty = matter.Peek("pretty_name") is YamlScalar ? matter.Text("pretty_name") : null;
        card.Set("name", pretty);
        card.Set("language", [.. matter.Texts("language"), .. matter.Texts("languages"), .. matter.Texts("language_bcp47")]);
        License(matter, card, licenses);
        Sources(matter, card);
        Labels(matter, card);
        card.Set("uses", matter.Texts("task_categories"));
        Tags(matter, card);
        Table(matter, card, options);
        Files(matter, card);
        matter.Close("a data card has no key for it", s_reasons);
        var folders = path.Split('/');
        return (folders.Length > 1 && folders[folders.Length - 1].Equals("README.md", StringComparison.OrdinalIgnoreCase) ? folders[folders.Length - 2] : pretty, null);
    }

    public static string Export(Entries card, LicenseNames licenses)
    {
        var name = card.Text("name");
        var description = card.Text("description");
        var sources = card.Each("sources");
        var labels = card.Below("labels");
        var by = labels?.Texts("by") ?? [];
        var (license, licenseName, licenseLink) = LicenseOf(card, licenses);
        var matter = new[]
        {
            ("pretty_name", YamlTree.TextOrNothing(name)),
            ("language", (YamlNode?)YamlTree.Words(card.Texts("language"))),
            ("license", license),
            ("license_name", YamlTree.TextOrNothing(licenseName)),
            ("license_link", YamlTree.TextOrNothing(licenseLink)),
            ("source_datasets", YamlTree.Words(sources.Select(Origin).OfType<string>().Select(origin => Extended + origin))),
            ("annotations_creators", YamlTree.Words(by.Select(word => Annotator(word, labels!)).OfType<string>())),
            ("task_categories", YamlTree.Words(card.Texts("uses").Where(use => IsTask(use, card)))),
            ("tags", YamlTree.Words(card.Texts("modality").Where(word => IsTag(word, card)).Select(word => Modality + (word == "time-series" ? "timeseries" : word)))),
            ("configs", Configs(card)),
            ("dataset_info", Info(card)),
        };
        card.Take("id");
        foreach (var source in sources)
        {
            source.Close("Hugging Face only names the dataset that another one extends");
        }

        labels?.Close("Hugging Face only says what kind of people labeled");
        var body = $"\n# {OneLine(name ?? "Dataset")}\n" + (description is null ? "" : $"\n{description}\n");
        return "---\n" + (YamlTree.Map(matter) is { } map ? YamlWriter.Write(map) : "") + "---\n" + body;
    }

    private static void License(Entries matter, CardBuilder card, LicenseNames licenses)
    {
        var at = matter.Peek("license") ?? matter.Peek("licenses");
        var name = matter.Text("license_name");
        var link = matter.Text("license_link");
        var written = WordsOf(matter, "license").Concat(WordsOf(matter, "licenses")).ToArray();
        var ids = new List<string>();
        foreach (var word in written)
        {
            if (word == "other" && name is not null)
            {
                ids.Add(LicenseNames.Reference(name));
                continue;
            }

            if (word == "other")
            {
                matter.Tell("license", "`other`: a license of its own that the document does not name", at);
            }

            ids.Add(word == "other" ? LicenseTable.NoAssertion : licenses.Of(word));
        }

        if (ids.Count == 0 && name is not null)
        {
            ids.Add(LicenseNames.Reference(name));
        }

        var known = ids.Distinct(StringComparer.Ordinal).ToArray();
        if (known.Length == 1)
        {
            card.Set("license", link is null ? YamlTree.Text(known[0]) : YamlTree.Map(("id", YamlTree.Text(known[0])), ("link", YamlTree.Text(link))));
        }
        else
        {
            card.Set("license", YamlTree.Words(known));
            if (link is not null)
            {
                matter.Tell("license_link", known.Length == 0 ? "a link without a license id" : "one link for several licenses");
            }
        }
    }

    /// <summary>A map by configuration states several licenses for several tables; a card is about one.</summary>
    private static IReadOnlyList<string> WordsOf(Entries matter, string key) =>
        matter.Peek(key) switch
        {
            null or YamlMapping => [],
            YamlScalar { Text: "none" } => None(matter, key),
            _ => matter.Texts(key),
        };

    private static string[] None(Entries matter, string key)
    {
        matter.Take(key);
        return ["unknown"];
    }

    private static void Sources(Entries matter, CardBuilder card)
    {
        var at = matter.Peek("source_datasets");
        var sources = new List<YamlNode>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in matter.Texts("source_datasets"))
        {
            var name = word.StartsWith(Extended, StringComparison.Ordinal) ? word.Substring(Extended.Length) : "";
            if (CardBuilder.Id(name) is not { } id || name is "other")
            {
                matter.Tell("source_datasets", word == "original" ? "`original` says that the data was made new, not how" : $"{FindingList.Quote(word)} names no dataset", at);
            }
            else if (ids.Add(id))
            {
                var isOfCatalog = !name.StartsWith(Other, StringComparison.Ordinal);
                sources.Add(YamlTree.Map(("id", YamlTree.Text(id)), ("kind", YamlTree.Text("public-dataset")), ("dataset", isOfCatalog ? YamlTree.Text(id) : null))!);
            }
        }

        card.Set("sources", YamlTree.List(sources));
    }

    private static void Labels(Entries matter, CardBuilder card)
    {
        var at = matter.Peek("annotations_creators");
        var by = new List<string>();
        foreach (var word in matter.Texts("annotations_creators"))
        {
            if (s_labelersOfAnnotations.TryGetValue(word, out var labeler))
            {
                by.Add(labeler);
            }
            else
            {
                matter.Tell("annotations_creators", word == "no-annotation" ? "`no-annotation`: there are no labels to tell the makers of" : $"{FindingList.Quote(word)} does not say who labeled", at);
            }
        }

        card.Set("labels", YamlTree.Map(("by", YamlTree.Words(by))));
    }

    private static void Tags(Entries matter, CardBuilder card)
    {
        if (matter.Peek("tags") is not YamlSequence tags)
        {
            return;
        }

        var words = matter.Texts("tags");
        var modalities = words.Where(word => word.StartsWith(Modality, StringComparison.Ordinal)).Select(word => word.Substring(Modality.Length)).ToArray();
        card.Set("modality", [.. modalities.Where(s_modalitiesOfTags.ContainsKey).Select(word => s_modalitiesOfTags[word]).Distinct(StringComparer.Ordinal)]);
        if (words.Count > modalities.Count(s_modalitiesOfTags.ContainsKey))
        {
            matter.Tell("tags", s_reasons["tags"], tags);
        }
    }

    /// <summary>The columns and rows of one configuration; a card describes one table.</summary>
    private static void Table(Entries matter, CardBuilder card, ImportOptions options)
    {
        var infos = matter.Each("dataset_info");
        var chosen = infos.Count == 1 ? infos[0] : infos.FirstOrDefault(info => options.Table is not null && (info.Peek("config_name") as YamlScalar)?.Text == options.Table);
        foreach (var other in infos.Where(info => info != chosen))
        {
            other.Close("one of several configurations; a card describes one table, choose it with --table");
        }

        if (chosen is null)
        {
            return;
        }

        var columns = new List<YamlNode>();
        foreach (var feature in chosen.Each("features"))
        {
            if (feature.Text("name") is { } name)
            {
                var type = feature.Peek("dtype") is YamlScalar ? feature.Text("dtype") : null;
                columns.Add(YamlTree.Map(("name", YamlTree.Text(name)), ("type", YamlTree.TextOrNothing(type is null ? null : WordOfType(type))))!);
            }

            feature.Close("a column of a card has a name and a type in one word");
        }

        card.Set("columns", YamlTree.List(columns));
        var rows = 0L;
        var splits = chosen.Each("splits");
        var areKnown = splits.Count > 0;
        foreach (var split in splits)
        {
            areKnown &= long.TryParse(split.Text("num_examples"), NumberStyles.None, CultureInfo.InvariantCulture, out var count);
            rows += count;
            split.Close("a card counts the rows of all splits");
        }

        if (areKnown && rows >= 0)
        {
            card.Set("rows", YamlTree.Plain(rows.ToString(CultureInfo.InvariantCulture)));
        }

        chosen.Close("a data card has no key for it");
    }

    private static void Files(Entries matter, CardBuilder card)
    {
        if (matter.Peek("configs") is not YamlSequence { Items: var items } || !items.All(item => item is YamlMapping))
        {
            return; // older cards list names of configurations
        }

        var configs = matter.Each("configs");
        var paths = new List<string>();
        foreach (var config in configs)
        {
            if (configs.Count > 1)
            {
                config.Close("one of several configurations; a card describes one table");
                continue;
            }

            var at = config.Peek("data_files");
            foreach (var path in at is YamlSequence { Items: var files } && files.Any(file => file is YamlMapping) ? config.Each("data_files").SelectMany(PathsOf) : config.Texts("data_files"))
            {
                if (CardBuilder.IsSafePath(path))
                    paths.Add(path);
                else
                    config.Tell("data_files", "a path outside of the dataset, or an address", at);
            }

            config.Take("config_name");
            config.Close("a data card has no key for it");
        }

        card.Set("files", YamlTree.List(paths.Distinct(StringComparer.Ordinal).Select(path => YamlTree.Map(("path", YamlTree.Text(path)))!)));
    }

    private static IReadOnlyList<string> PathsOf(Entries file)
    {
        var paths = file.Texts("path");
        file.Close("a card lists the files of all splits");
        return paths;
    }

    private static void Headings(string[] lines, int from, string path, Ledger ledger)
    {
        string? heading = null;
        var (at, told, isCode) = (0, 0, false);
        for (var index = from; index < lines.Length && told < MostHeadings; index++)
        {
            var line = lines[index].Trim();
            isCode ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!isCode && line.StartsWith("#", StringComparison.Ordinal))
            {
                (heading, at) = (line.TrimStart('#').Trim(), index);
            }
            else if (heading is { Length: > 0 } && line.Length > 0 && !IsPlaceholder(line))
            {
                ledger.Add("# " + (heading.Length > 80 ? heading.Substring(0, 80) + "…" : heading), "prose; read it and state what it says", new(path, at + 1, 1, at + 1, 1));
                heading = null;
                told++;
            }
        }
    }

    private static bool IsPlaceholder(string line) => line.StartsWith("[", StringComparison.Ordinal) && (line.StartsWith("[More Information Needed]", StringComparison.OrdinalIgnoreCase) || line.StartsWith("[Needs More Information]", StringComparison.OrdinalIgnoreCase));

    private static string WordOfType(string dtype) => dtype switch
    {
        "string" or "large_string" => "string",
        "bool" => "boolean",
        "int8" or "int16" or "int32" or "int64" or "uint8" or "uint16" or "uint32" or "uint64" => "integer",
        "float" or "double" or "float16" or "float32" or "float64" => "number",
        _ when dtype.StartsWith("timestamp", StringComparison.Ordinal) || dtype.StartsWith("date", StringComparison.Ordinal) => "date",
        _ => dtype,
    };

    private static string TypeOfWord(string word) => word switch
    {
        "boolean" => "bool",
        "integer" => "int64",
        "number" => "float64",
        "date" => "date32",
        _ => word,
    };

    private static (YamlNode? License, string? Name, string? Link) LicenseOf(Entries card, LicenseNames licenses)
    {
        var words = new List<string>();
        string? name = null, link = null;
        var entries = card.Each("license");
        foreach (var entry in entries)
        {
            var id = entry.Text("id")!;
            if (licenses.OfHuggingFace(id) is { } word)
            {
                words.Add(word);
            }
            else if (name is null && id.StartsWith(LicenseTable.CustomPrefix, StringComparison.OrdinalIgnoreCase))
            {
                words.Add("other");
                name = id.Substring(LicenseTable.CustomPrefix.Length);
            }
            else
            {
                entry.Tell("id", id == LicenseTable.None ? "Hugging Face has no word for no license" : "Hugging Face names one license of its own");
            }

            if (entries.Count == 1)
            {
                link = entry.Text("link");
            }

            entry.Close("Hugging Face lists license ids alone");
        }

        return (words.Count == 1 ? YamlTree.Text(words[0]) : YamlTree.Words(words), name, link);
    }

    /// <summary>The card's dataset, or one that the catalog does not have.</summary>
    private static string? Origin(Entries source)
    {
        var isOther = source.Peek("dataset") is null && source.Peek("id") is YamlScalar { Text: var id } && id.StartsWith(Other, StringComparison.Ordinal);
        var isNamedAlike = isOther || (source.Peek("dataset") as YamlScalar)?.Text == (source.Peek("id") as YamlScalar)?.Text;
        if (isNamedAlike && source.Peek("kind") is YamlScalar { Text: "public-dataset" })
            source.Take("kind");
        if (isNamedAlike && !isOther)
            source.Take("id");
        return source.Text(isOther ? "id" : "dataset");
    }

    private static string? Annotator(string word, Entries labels)
    {
        if (s_labelersOfAnnotations.FirstOrDefault(pair => pair.Value == word).Key is { } known)
        {
            return known;
        }

        labels.Tell("by", $"Hugging Face has no word for {FindingList.Quote(word)}");
        return null;
    }

    /// <summary>Task categories are words joined by hyphens; prose stays in the card.</summary>
    private static bool IsTask(string use, Entries card)
    {
        var isTask = use.Length < 60 && use.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
        if (!isTask)
            card.Tell("uses", "a text; Hugging Face has a vocabulary of tasks");
        return isTask;
    }

    private static bool IsTag(string modality, Entries card)
    {
        var isTag = s_modalitiesOfTags.ContainsKey(modality);
        if (!isTag)
            card.Tell("modality", $"Hugging Face has no tag for {FindingList.Quote(modality)}");
        return isTag;
    }

    private static YamlSequence? Configs(Entries card)
    {
        var paths = new List<string>();
        foreach (var file in card.Each("files"))
        {
            if (file.Text("path") is { } path)
                paths.Add(path);
            file.Close("Hugging Face names files by path alone");
        }

        return paths.Count == 0 ? null : YamlTree.List([YamlTree.Map(("config_name", YamlTree.Text("default")), ("data_files", YamlTree.Words(paths)))!]);
    }

    private static YamlMapping? Info(Entries card)
    {
        var features = new List<YamlNode>();
        foreach (var column in card.Each("columns"))
        {
            features.Add(YamlTree.Map(("name", YamlTree.TextOrNothing(column.Text("name"))), ("dtype", YamlTree.TextOrNothing(column.Text("type") is { } type ? TypeOfWord(type) : null)))!);
            column.Close("Hugging Face knows names and types of columns alone");
        }

        var rows = card.Text("rows") is { } count ? YamlTree.List([YamlTree.Map(("name", YamlTree.Text("all")), ("num_examples", YamlTree.Plain(count)))!]) : null;
        return YamlTree.Map(("features", YamlTree.List(features)), ("splits", rows));
    }

    private static string OneLine(string text) => string.Join(" ", text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
