using System.Globalization;
using System.Text;
using System.Xml;

namespace ResponsibleAI.Snapshot;

/// <summary>
/// The snapshot as XML: attributes for values, one element per thing. A missing attribute is "not stated", an empty one an
/// empty list. Lists of words are joined by '|'. Reading tolerates unknown elements and attributes of later versions.
/// </summary>
internal static class SnapshotXml
{
    /// <summary>The end of every snapshot's file name; analyzers find it by this.</summary>
    public const string FileNameSuffix = ".rai-snapshot.xml";

    private const string Version = "1";
    private const char Separator = '|';

    /// <summary>Writes it: LF, UTF-8 without byte-order mark, no times, no absolute paths.</summary>
    public static string Write(PolicySnapshot snapshot)
    {
        var text = new StringBuilder();
        var settings = new XmlWriterSettings { Indent = true, IndentChars = " ", NewLineChars = "\n", OmitXmlDeclaration = true };
        using (var xml = XmlWriter.Create(text, settings))
        {
            xml.WriteStartElement("snapshot");
            Attribute(xml, "version", Version);
            Attribute(xml, "state", snapshot.State == SnapshotState.Complete ? "complete" : "partial");
            Each(xml, "source", snapshot.Sources, source =>
            {
                Attribute(xml, "path", source.Path);
                Attribute(xml, "hash", source.Hash);
            });
            Each(xml, "rule", snapshot.Rules, rule =>
            {
                Attribute(xml, "id", rule.Id);
                Attribute(xml, "severity", rule.Severity);
                Flag(xml, "locked", rule.Locked);
            });
            Each(xml, "purpose", snapshot.Purposes, purpose =>
            {
                Attribute(xml, "id", purpose.Id);
                Attribute(xml, "title", purpose.Title);
                Attribute(xml, "overdueSince", purpose.OverdueSince);
                Attribute(xml, "useArea", purpose.UseArea);
                Attribute(xml, "decidesAboutPeople", purpose.DecidesAboutPeople);
                Attribute(xml, "commercial", purpose.Commercial);
                Attribute(xml, "lawfulBasis", purpose.LawfulBasis);
                Attribute(xml, "art9", purpose.Art9);
                Attribute(xml, "allowedCategories", purpose.AllowedCategories);
                Attribute(xml, "file", purpose.File);
                Attribute(xml, "line", purpose.Line.ToString(CultureInfo.InvariantCulture));
            });
            Each(xml, "card", snapshot.Cards, card => WriteCard(xml, card));
            Each(xml, "category", snapshot.Categories, category =>
            {
                Attribute(xml, "key", category.Key);
                Attribute(xml, "title", category.Title);
                Attribute(xml, "replacedBy", category.ReplacedBy);
                Flag(xml, "gdprArt9", category.GdprArt9);
                Flag(xml, "ccpaSensitive", category.CcpaSensitive);
                Attribute(xml, "hipaa", category.HipaaLetter);
                Flag(xml, "directIdentifier", category.DirectIdentifier);
                NonEmpty(xml, "protectedIn", category.ProtectedIn);
            });
            Each(xml, "term", snapshot.Lexicon, term =>
            {
                Attribute(xml, "words", term.Words);
                Attribute(xml, "category", term.Category);
                Attribute(xml, "layer", term.Layer);
                Attribute(xml, "match", term.Match);
                NonEmpty(xml, "notWith", term.NotWith);
                NonEmpty(xml, "types", term.Types);
                Flag(xml, "personLevel", term.PersonLevel);
            });
            Each(xml, "dataset", snapshot.Datasets, dataset => WriteDataset(xml, dataset));
            Each(xml, "library", snapshot.Libraries, library =>
            {
                Attribute(xml, "name", library.Name);
                Attribute(xml, "assemblies", library.Assemblies);
                Each(xml, "member", library.Members, member =>
                {
                    Attribute(xml, "type", member.Type);
                    Attribute(xml, "name", member.Member);
                    Attribute(xml, "role", member.Role);
                    Attribute(xml, "effect", member.Effect);
                    Attribute(xml, "rowType", member.RowType);
                    Each(xml, "parameter", member.Parameters, parameter =>
                    {
                        Attribute(xml, "meaning", parameter.Meaning);
                        Attribute(xml, "name", parameter.Name);
                    });
                });
            });
            xml.WriteEndElement();
        }

        return text.Append('\n').ToString();
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="XmlException">It is no XML, or holds a DTD.</exception>
    /// <exception cref="FormatException">It is another version, or no snapshot at all.</exception>
    public static PolicySnapshot Read(TextReader text)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreWhitespace = true };
        using var xml = XmlReader.Create(text, settings);
        xml.MoveToContent();
        if (xml.Name != "snapshot" || xml.GetAttribute("version") != Version)
        {
            throw new FormatException($"not a policy snapshot of version {Version}");
        }

        var state = xml.GetAttribute("state") == "complete" ? SnapshotState.Complete : SnapshotState.Partial;
        var sources = new List<SourceFile>();
        var rules = new List<RuleSetting>();
        var purposes = new List<Purpose>();
        var cards = new List<DataCard>();
        var categories = new List<DataCategory>();
        var lexicon = new List<LexiconTerm>();
        var datasets = new List<KnownDataset>();
        var libraries = new List<ApiLibrary>();
        ForEachChild(xml, child =>
        {
            switch (child.Name)
            {
                case "source": sources.Add(new(Text(child, "path"), Text(child, "hash"))); break;
                case "rule": rules.Add(new(Text(child, "id"), child.GetAttribute("severity"), Flag(child, "locked"))); break;
                case "purpose": purposes.Add(ReadPurpose(child)); break;
                case "card": cards.Add(ReadCard(child)); break;
                case "category": categories.Add(ReadCategory(child)); break;
                case "term": lexicon.Add(ReadTerm(child)); break;
                case "dataset": datasets.Add(ReadDataset(child)); break;
                case "library": libraries.Add(ReadLibrary(child)); break;
            }
        });
        return new PolicySnapshot
        {
            State = state,
            Sources = sources,
            Rules = rules,
            Purposes = purposes,
            Cards = cards,
            Categories = categories,
            Lexicon = lexicon,
            Datasets = datasets,
            Libraries = libraries,
        };
    }

    private static void WriteCard(XmlWriter xml, DataCard card)
    {
        Attribute(xml, "id", card.Id);
        Attribute(xml, "file", card.File);
        Attribute(xml, "line", card.Line.ToString(CultureInfo.InvariantCulture));
        Attribute(xml, "subjects", card.SubjectsData);
        NonEmpty(xml, "formerIds", card.FormerIds);
        NonEmpty(xml, "files", card.Files);
        NonEmpty(xml, "restrictions", card.Restrictions);
        Attribute(xml, "consentEvidence", card.ConsentEvidence);
        Attribute(xml, "consentCovers", card.ConsentCovers);
        Attribute(xml, "retentionEnded", card.RetentionEnded);
        Flag(xml, "sourceStated", card.SourceStated);
        Flag(xml, "columnsStated", card.Columns is not null);
        Flag(xml, "purposesStated", card.Purposes is not null);
        Each(xml, "column", card.Columns ?? [], column =>
        {
            Attribute(xml, "name", column.Name);
            NonEmpty(xml, "categories", column.Categories);
            Attribute(xml, "roles", column.Roles);
            Attribute(xml, "protection", column.Protection);
        });
        Each(xml, "use", card.Purposes ?? [], purpose =>
        {
            Attribute(xml, "purpose", purpose.Id);
            Attribute(xml, "lawfulBasis", purpose.LawfulBasis);
            Attribute(xml, "art9", purpose.Art9);
        });
        Each(xml, "license", card.Licenses, license =>
        {
            Attribute(xml, "id", license.Id);
            Attribute(xml, "via", license.Via);
            Attribute(xml, "commercial", license.Commercial);
        });
        Each(xml, "proxy", card.Proxies, proxy =>
        {
            Attribute(xml, "column", proxy.Column);
            Attribute(xml, "for", proxy.For);
        });
    }

    private static void WriteDataset(XmlWriter xml, KnownDataset dataset)
    {
        Attribute(xml, "id", dataset.Id);
        Attribute(xml, "title", dataset.Title);
        Attribute(xml, "subject", dataset.Subject);
        NonEmpty(xml, "files", dataset.Files);
        Attribute(xml, "url", dataset.Url);
        Attribute(xml, "rows", dataset.Rows);
        Attribute(xml, "source", dataset.Source);
        Attribute(xml, "read", dataset.Read);
        if (dataset.License is { } license)
        {
            Attribute(xml, "license", license.Id);
            Attribute(xml, "licenseSource", license.Source);
            Attribute(xml, "licenseRead", license.Read);
        }

        Each(xml, "column", dataset.Columns, column =>
        {
            Attribute(xml, "name", column.Name);
            NonEmpty(xml, "as", column.Spellings);
            Attribute(xml, "category", column.Category);
            NonEmpty(xml, "roles", column.Roles);
        });
    }

    private static KnownDataset ReadDataset(XmlReader xml)
    {
        var columns = new List<KnownColumn>();
        var dataset = new KnownDataset
        {
            Id = Text(xml, "id"),
            Title = Text(xml, "title"),
            Subject = Text(xml, "subject"),
            Files = Words(xml, "files") ?? [],
            Url = Text(xml, "url"),
            Rows = xml.GetAttribute("rows"),
            Source = Text(xml, "source"),
            Read = Text(xml, "read"),
            License = xml.GetAttribute("licenseRead") is { } read ? new(xml.GetAttribute("license"), Text(xml, "licenseSource"), read) : null,
        };
        ForEachChild(xml, child =>
        {
            if (child.Name == "column")
            {
                columns.Add(new(Text(child, "name"), Words(child, "as") ?? [], child.GetAttribute("category"), Words(child, "roles") ?? []));
            }
        });
        return dataset with { Columns = columns };
    }

    private static DataCard ReadCard(XmlReader xml)
    {
        var columns = new List<CardColumn>();
        var purposes = new List<CardPurpose>();
        var licenses = new List<CardLicense>();
        var proxies = new List<CardProxy>();
        var (columnsStated, purposesStated) = (Flag(xml, "columnsStated"), Flag(xml, "purposesStated"));
        var card = new DataCard
        {
            Id = Text(xml, "id"),
            File = Text(xml, "file"),
            Line = Number(xml, "line"),
            SubjectsData = xml.GetAttribute("subjects"),
            FormerIds = Words(xml, "formerIds") ?? [],
            Files = Words(xml, "files") ?? [],
            Restrictions = Words(xml, "restrictions") ?? [],
            SourceStated = Flag(xml, "sourceStated"),
            ConsentEvidence = xml.GetAttribute("consentEvidence"),
            ConsentCovers = Words(xml, "consentCovers"),
            RetentionEnded = xml.GetAttribute("retentionEnded"),
        };
        ForEachChild(xml, child =>
        {
            switch (child.Name)
            {
                case "column": columns.Add(new(Text(child, "name"), Words(child, "categories") ?? [], Words(child, "roles"), Text(child, "protection"))); break;
                case "use": purposes.Add(new(Text(child, "purpose"), child.GetAttribute("lawfulBasis"), child.GetAttribute("art9"))); break;
                case "license": licenses.Add(new(Text(child, "id"), Text(child, "via"), Text(child, "commercial"))); break;
                case "proxy": proxies.Add(new(Text(child, "column"), Text(child, "for"))); break;
            }
        });
        return card with
        {
            Columns = columnsStated ? columns : null,
            Purposes = purposesStated ? purposes : null,
            Licenses = licenses,
            Proxies = proxies,
        };
    }

    private static Purpose ReadPurpose(XmlReader xml) => new()
    {
        Id = Text(xml, "id"),
        Title = Text(xml, "title"),
        OverdueSince = xml.GetAttribute("overdueSince"),
        UseArea = xml.GetAttribute("useArea"),
        DecidesAboutPeople = Answer(xml, "decidesAboutPeople"),
        Commercial = Answer(xml, "commercial"),
        LawfulBasis = xml.GetAttribute("lawfulBasis"),
        Art9 = xml.GetAttribute("art9"),
        AllowedCategories = Words(xml, "allowedCategories"),
        File = Text(xml, "file"),
        Line = Number(xml, "line"),
    };

    private static DataCategory ReadCategory(XmlReader xml) => new()
    {
        Key = Text(xml, "key"),
        Title = Text(xml, "title"),
        ReplacedBy = xml.GetAttribute("replacedBy"),
        GdprArt9 = Flag(xml, "gdprArt9"),
        CcpaSensitive = Flag(xml, "ccpaSensitive"),
        HipaaLetter = xml.GetAttribute("hipaa"),
        DirectIdentifier = Flag(xml, "directIdentifier"),
        ProtectedIn = Words(xml, "protectedIn") ?? [],
    };

    private static LexiconTerm ReadTerm(XmlReader xml) => new()
    {
        Words = Text(xml, "words"),
        Category = Text(xml, "category"),
        Layer = Text(xml, "layer"),
        Match = Text(xml, "match"),
        NotWith = Words(xml, "notWith") ?? [],
        Types = Words(xml, "types") ?? [],
        PersonLevel = Flag(xml, "personLevel"),
    };

    private static ApiLibrary ReadLibrary(XmlReader xml)
    {
        var (name, assemblies) = (Text(xml, "name"), Words(xml, "assemblies") ?? []);
        var members = new List<ApiMember>();
        ForEachChild(xml, child =>
        {
            if (child.Name == "member")
            {
                members.Add(ReadMember(child));
            }
        });
        return new ApiLibrary(name, assemblies, members);
    }

    private static ApiMember ReadMember(XmlReader xml)
    {
        var member = new ApiMember
        {
            Type = Text(xml, "type"),
            Member = Text(xml, "name"),
            Role = Text(xml, "role"),
            Effect = xml.GetAttribute("effect"),
            RowType = xml.GetAttribute("rowType"),
        };
        var parameters = new List<ApiParameter>();
        ForEachChild(xml, child =>
        {
            if (child.Name == "parameter")
            {
                parameters.Add(new(Text(child, "meaning"), Text(child, "name")));
            }
        });
        return member with { Parameters = parameters };
    }

    private static void ForEachChild(XmlReader xml, Action<XmlReader> read)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == depth + 1)
            {
                read(xml);
            }
        }
    }

    private static string Text(XmlReader xml, string name) => xml.GetAttribute(name) ?? "";

    private static int Number(XmlReader xml, string name) =>
        int.TryParse(xml.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static bool Flag(XmlReader xml, string name) => xml.GetAttribute(name) == "true";

    private static bool? Answer(XmlReader xml, string name) => xml.GetAttribute(name) switch { "true" => true, "false" => false, _ => null };

    private static string[]? Words(XmlReader xml, string name) => xml.GetAttribute(name) switch
    {
        null => null,
        "" => [],
        var text => text.Split(Separator),
    };

    private static void Attribute(XmlWriter xml, string name, string? value)
    {
        if (value is not null)
        {
            xml.WriteAttributeString(name, Printable(value));
        }
    }

    private static void Attribute(XmlWriter xml, string name, bool? value) => Attribute(xml, name, value switch { true => "true", false => "false", null => null });

    private static void Attribute(XmlWriter xml, string name, IReadOnlyList<string>? words)
    {
        if (words is not null)
        {
            Attribute(xml, name, string.Join(Separator.ToString(), words.Select(word => word.Replace(Separator, '/'))));
        }
    }

    private static void NonEmpty(XmlWriter xml, string name, IReadOnlyList<string> words)
    {
        if (words.Count > 0)
        {
            Attribute(xml, name, words);
        }
    }

    private static void Flag(XmlWriter xml, string name, bool value)
    {
        if (value)
        {
            Attribute(xml, name, "true");
        }
    }

    private static void Each<T>(XmlWriter xml, string name, IReadOnlyList<T> items, Action<T> write)
    {
        foreach (var item in items)
        {
            xml.WriteStartElement(name);
            write(item);
            xml.WriteEndElement();
        }
    }

    /// <summary>XML 1.0 cannot hold most control characters, and YAML can.</summary>
    private static string Printable(string value)
    {
        foreach (var character in value)
        {
            if (char.IsControl(character) || char.IsSurrogate(character) || character >= '\uFFFE')
            {
                return Cleaned(value);
            }
        }

        return value;
    }

    private static string Cleaned(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsSurrogatePair(value, i))
            {
                text.Append(value, i, 2);
                i++;
            }
            else
            {
                text.Append(char.IsControl(value[i]) || char.IsSurrogate(value[i]) || value[i] >= '\uFFFE' ? '\uFFFD' : value[i]);
            }
        }

        return text.ToString();
    }
}
