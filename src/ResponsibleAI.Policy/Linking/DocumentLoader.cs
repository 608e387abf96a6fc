using System.Diagnostics.CodeAnalysis;
using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Rules;
using ResponsibleAI.Policy.Yaml;

namespace ResponsibleAI.Policy.Linking;

/// <summary>Opens a file, tells what it is by its schema key and, failing that, by its name, and types it.</summary>
internal static class DocumentLoader
{
    /// <summary>
    /// Reads the files side by side: no file knows of another, and each keeps its place. Evidence of fairness gates comes last, and only what a
    /// model card names: what nobody leans on costs nothing and breaks nothing.
    /// </summary>
    public static IReadOnlyList<PolicyDocument> LoadAll(IReadOnlyList<PolicyFile> files)
    {
        var cards = LoadEach([.. files.Where(file => !NamedEvidence.IsEvidence(file.Path))]);
        var named = new HashSet<string>(
            cards.Where(card => card.Format == DocumentFormat.ModelCard && card.Root is not null).SelectMany(card => NamedEvidence.Of(card.Root!)),
            StringComparer.Ordinal);
        return [.. cards, .. LoadEach([.. files.Where(file => named.Contains(file.Path))])];
    }

    private static PolicyDocument[] LoadEach(IReadOnlyList<PolicyFile> files)
    {
        var documents = new PolicyDocument[files.Count];
        Parallel.For(0, files.Count, at => documents[at] = Load(files[at]));
        return documents;
    }

    public static PolicyDocument Load(PolicyFile file)
    {
        var findings = new FindingList(file.Path);
        var yaml = Read(file, findings);
        if (yaml is null || yaml.Documents.Count == 0)
        {
            if (yaml is { IsComplete: true })
            {
                findings.NotAssessed("The file is empty", Start(file.Path));
            }

            return new PolicyDocument(file.Path, file.Origin, yaml?.Hash ?? "", FormatOfName(file.Path), null, null, false, findings);
        }

        if (yaml.Documents.Count > 1)
        {
            findings.NotAssessed("A second document starts here, after `---`; only the first one of a file is read", yaml.Documents[1].Span);
        }

        var document = yaml.Documents[0];
        var format = FormatOf(document, file.Path, findings);
        if (format == DocumentFormat.Rules && yaml.Unread.Length > 0)
        {
            UnreadRules.Tell(yaml.Unread, findings);
        }

        var root = format?.Root is null ? null : DocumentReader.Read(document, format, format == DocumentFormat.FairnessEvidence ? ReadMode.Evidence : ReadMode.File, findings);
        return new PolicyDocument(file.Path, file.Origin, yaml.Hash, format, document, root, format is not null && !findings.LeftSomethingOut, findings);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Open is the caller's code over the caller's disk; whatever it throws is a file that cannot be read")]
    private static YamlFile? Read(PolicyFile file, FindingList findings)
    {
        try
        {
            using var stream = file.Open();
            return YamlReader.Read(stream, LimitsOf(file), findings);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            findings.NotAssessed("The file cannot be opened; nothing in it is assessed", Start(file.Path));
            return null;
        }
    }

    private static YamlLimits LimitsOf(PolicyFile file) =>
        file.Origin == FileOrigin.Shipped ? YamlLimits.Shipped : NamedEvidence.IsEvidence(file.Path) ? YamlLimits.Evidence : YamlLimits.Repository;

    private static DocumentFormat? FormatOf(YamlNode document, string path, FindingList findings)
    {
        var named = FormatOfName(path);
        var schema = (document as YamlMapping)?.Entries.FirstOrDefault(entry => entry.Key.Text == "schema")?.Value as YamlScalar;
        if (schema is null || schema.Text.Length == 0)
        {
            if (named is null)
            {
                findings.NotAssessed("The file does not say what it is: its first line must be `schema: `, such as schema: rai/datacard/1", document.Span);
            }
            else if (named.Root is null)
            {
                findings.Wrong($"{FindingList.Quote("schema")} is missing; {named.Noun} needs it: schema: {named.Id}", document.Span);
            }

            return named;
        }

        if (DocumentFormat.All.FirstOrDefault(format => format.Id == schema.Text) is not { } stated)
        {
            var nearest = named?.Id ?? Spelling.Nearest(schema.Text, [.. DocumentFormat.All.Select(format => format.Id)]);
            var meant = nearest is null ? "" : $" Did you mean {FindingList.Quote(nearest)}?";
            findings.NotAssessed($"{FindingList.Quote(schema.Text)} is no format that this version knows; nothing in the file is assessed.{meant}", schema.Span);
            return null;
        }

        if (named == DocumentFormat.FairnessEvidence && stated != named)
        {
            findings.NotAssessed($"The file's name says {named.Noun}, its schema says {stated.Noun}; nothing in it is assessed", schema.Span);
            return null;
        }

        if (named is not null && named != stated)
        {
            findings.Wrong($"The file's name says {named.Noun}, its schema says {stated.Noun}; the schema counts", schema.Span);
        }

        return stated;
    }

    private static DocumentFormat? FormatOfName(string path)
    {
        var name = path.Substring(path.LastIndexOf('/') + 1);
        if (name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
        {
            name = name.Substring(0, name.Length - 4) + ".yaml";
        }

        return DocumentFormat.All.FirstOrDefault(format => format.FileName.Length > 0
            && (format.FileName[0] == '.' ? name.EndsWith(format.FileName, StringComparison.OrdinalIgnoreCase) : name.Equals(format.FileName, StringComparison.OrdinalIgnoreCase)));
    }

    private static SourceSpan Start(string path) => new(path, 1, 1, 1, 1);
}
