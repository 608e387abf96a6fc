using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ResponsibleAI.Policy;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Build;

/// <summary>
/// What one step of the build found, kept beside the snapshot so that a build that skips the step can say it again.
/// Paths are relative to the policy root or the rules, with '/'; no times: same findings, same bytes.
/// </summary>
internal sealed record StoredFindings(IReadOnlyList<Finding> Findings, IReadOnlyList<CardSummary> Cards)
{
    private const string Version = "1";

    /// <summary>The file's text.</summary>
    public string Write()
    {
        var document = new XElement(
            "findings",
            new XAttribute("version", Version),
            Cards.Select(card => new XElement(
                "card",
                new XAttribute("id", card.Id),
                new XAttribute("path", card.Path),
                new XAttribute("contradictions", card.Contradictions),
                new XAttribute("toReview", card.ToReview),
                new XAttribute("notStated", card.NotStated))),
            Findings.Select(finding => new XElement(
                "finding",
                new XAttribute("rule", finding.Rule),
                new XAttribute("kind", finding.Kind),
                new XAttribute("severity", finding.Severity),
                new XAttribute("path", finding.Location.Path),
                new XAttribute("line", finding.Location.Line),
                new XAttribute("column", finding.Location.Column),
                new XAttribute("endLine", finding.Location.EndLine),
                new XAttribute("endColumn", finding.Location.EndColumn),
                new XAttribute("message", finding.Message),
                finding.Fix is null ? null : new XAttribute("fix", finding.Fix),
                finding.Citation.Length == 0 ? null : new XAttribute("citation", finding.Citation),
                finding.Subject.Length == 0 ? null : new XAttribute("subject", finding.Subject),
                finding.Fingerprint.Length == 0 ? null : new XAttribute("fingerprint", finding.Fingerprint))));
        var text = new StringBuilder();
        var settings = new XmlWriterSettings { Indent = true, IndentChars = " ", NewLineChars = "\n", OmitXmlDeclaration = true, CheckCharacters = false };
        using (var xml = XmlWriter.Create(text, settings))
        {
            document.WriteTo(xml);
        }

        return text.Append('\n').ToString();
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="FormatException">It is something else, or of another version.</exception>
    /// <exception cref="XmlException">It is no XML.</exception>
    public static StoredFindings Read(string path)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false };
        using var xml = XmlReader.Create(path, settings);
        var document = XElement.Load(xml);
        if (document.Name != "findings" || (string?)document.Attribute("version") != Version)
        {
            throw new FormatException($"'{path}' holds no findings of version {Version}");
        }

        return new(
            [.. document.Elements("finding").Select(ReadFinding)],
            [.. document.Elements("card").Select(card => new CardSummary(
                Text(card, "id"), Text(card, "path"), Number(card, "contradictions"), Number(card, "toReview"), Number(card, "notStated")))]);
    }

    private static Finding ReadFinding(XElement finding) => new(
        Text(finding, "rule"),
        Word<FindingKind>(finding, "kind"),
        Word<Severity>(finding, "severity"),
        Text(finding, "message"),
        new(Text(finding, "path"), Number(finding, "line"), Number(finding, "column"), Number(finding, "endLine"), Number(finding, "endColumn")))
    {
        Fix = (string?)finding.Attribute("fix"),
        Citation = (string?)finding.Attribute("citation") ?? "",
        Subject = (string?)finding.Attribute("subject") ?? "",
        Fingerprint = (string?)finding.Attribute("fingerprint") ?? "",
    };

    private static string Text(XElement element, string name) =>
        (string?)element.Attribute(name) ?? throw new FormatException($"'{element.Name}' has no '{name}'");

    private static int Number(XElement element, string name) => int.Parse(Text(element, name), NumberStyles.None, CultureInfo.InvariantCulture);

    private static TWord Word<TWord>(XElement element, string name)
        where TWord : struct =>
        Enum.TryParse<TWord>(Text(element, name), out var word) ? word : throw new FormatException($"'{Text(element, name)}' is no {typeof(TWord).Name}");
}
