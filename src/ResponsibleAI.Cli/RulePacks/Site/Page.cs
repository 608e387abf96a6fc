using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using ResponsibleAI.Policy.Rules;
using ResponsibleAI.Policy.Rules.Explaining;

namespace ResponsibleAI.Cli.RulePacks.Site;

/// <summary>One page that needs no other file to be read: style and script stand in it, and it asks no network.</summary>
internal sealed class Page(string file, string title)
{
    private static readonly (string File, string Title)[] s_sections = [("index.html", "Rules"), ("coverage.html", "Coverage"), ("dates.html", "Dates"), ("citations.html", "Citations")];
    private static readonly string s_style = Resource("site.css");
    private static readonly string s_script = Resource("site.js");
    private readonly StringBuilder _body = new();

    public string File => file;

    /// <summary>Appends markup as it stands.</summary>
    public Page Html(string markup)
    {
        _body.Append(markup).Append('\n');
        return this;
    }

    public Page Heading(int level, string text, string id = "") => Html(id.Length > 0 ? $"<h{level} id=\"{Text(id)}\">{Inline(text)}</h{level}>" : $"<h{level}>{Inline(text)}</h{level}>");

    public Page Paragraph(string text, string style = "") => Html(style.Length > 0 ? $"<p class=\"{style}\">{Inline(text)}</p>" : $"<p>{Inline(text)}</p>");

    /// <summary>A clause and those below it as lists.</summary>
    public Page Clauses(Clause clause) => Html($"<ul>{Item(clause)}</ul>");

    public override string ToString()
    {
        var navigation = string.Concat(s_sections.Select(section => $"<a href=\"{section.File}\"{(section.File == file ? " aria-current=\"page\"" : "")}>{section.Title}</a>"));
        return string.Create(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
            <title>{Text(title)}</title>
            <style>
            {s_style}</style>
            <script>
            {s_script}</script>
            </head>
            <body>
            <a class="skip" href="#main">To the content</a>
            <header><div><b>Rules about data and models</b><nav aria-label="Pages">{navigation}</nav><button id="theme" type="button" hidden>light / dark</button></div></header>
            <main id="main">
            {_body}</main>
            <footer>Made by <code>rai rules docs</code> from the rule packs. A rule sees a card, never the processing. Nobody who wrote this is a lawyer, and nothing here is legal advice.</footer>
            </body>
            </html>

            """).ReplaceLineEndings("\n");
    }

    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Text whose backticks become code.</summary>
    public static string Inline(string text)
    {
        var parts = text.Split('`');
        return string.Concat(parts.Select((part, index) => index % 2 == 1 && index < parts.Length - 1 ? $"<code>{Text(part)}</code>" : (index % 2 == 1 ? "`" : "") + Text(part)));
    }

    /// <summary>A link to a place of the web, when it is one; else its words.</summary>
    public static string Link(string? address, string words) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? $"<a href=\"{Text(uri.AbsoluteUri)}\" rel=\"noreferrer\">{Text(words)}</a>" : Text(words);

    public static string Tag(string style, string words) => $"<span class=\"tag {style}\">{Text(words)}</span>";

    public static string ReadTag(ReadMark read) => read switch
    {
        ReadMark.Text => Tag("text", "text read"),
        ReadMark.Secondary => Tag("secondary", "secondary source"),
        _ => Tag("unverified", "unverified"),
    };

    /// <summary>A file name for an id of strangers.</summary>
    public static string FileOf(string prefix, string id) =>
        prefix + string.Concat(id.Select(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' ? letter : '_')) + ".html";

    private static string Item(Clause clause) =>
        clause.Parts.Count == 0 ? $"<li>{Inline(clause.Text)}</li>" : $"<li>{Inline(clause.Text)}<ul>{string.Concat(clause.Parts.Select(Item))}</ul></li>";

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
