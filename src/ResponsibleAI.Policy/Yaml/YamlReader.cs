using System.Diagnostics.CodeAnalysis;
using ResponsibleAI.Policy.Findings;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ResponsibleAI.Policy.Yaml;

/// <summary>
/// Reads YAML into a tree with places. It works on the parser's events, because YamlDotNet's own tree throws at the first
/// duplicate key and loses the file. Merge keys and tags are reported, never applied: a card says what it says in plain sight.
/// </summary>
public sealed class YamlReader
{
    private const int ShortMap = 16;
    private readonly YamlLimits _limits;
    private readonly FindingList _findings;
    private readonly string _text;
    private readonly Parser _parser;
    private readonly Dictionary<string, Anchor> _anchors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _openAnchors = new(StringComparer.Ordinal);
    private ParsingEvent? _current;
    private SourceSpan _last;
    private int _nodes;
    private bool _stopped;
    private int _stoppedAt;

    private YamlReader(string text, YamlLimits limits, FindingList findings)
    {
        _text = text;
        _limits = limits;
        _findings = findings;
        _last = new(findings.Path, 1, 1, 1, 1);
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads all documents of a stream; never throws for what is in it.</summary>
    /// <param name="path">Its name in findings.</param>
    /// <param name="stream">Read to its end or to the limit; not closed.</param>
    /// <param name="limits">What it may ask of us.</param>
    public static YamlFile Read(string path, Stream stream, YamlLimits limits) => Read(stream, limits, new FindingList(path));

    internal static YamlFile Read(Stream stream, YamlLimits limits, FindingList findings)
    {
        var text = YamlText.Read(stream, limits.Bytes, findings);
        var reader = new YamlReader(text.Text, limits, findings);
        var documents = reader.Documents();
        return new YamlFile(findings.Path, documents, findings.Items, text.IsComplete && !reader._stopped, text.Hash)
        {
            Unread = reader._stopped ? reader.From(reader._stoppedAt) : "",
        };
    }

    private List<YamlNode> Documents()
    {
        var documents = new List<YamlNode>();
        while (Next())
        {
            if (_current is not DocumentStart || !Next())
            {
                continue;
            }

            _anchors.Clear();
            if (Node(depth: 1) is { } read)
            {
                documents.Add(read.Node);
            }
        }

        return documents;
    }

    /// <summary>Moves to the next event; false at the end and at the first error, which it reports.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The parser also throws InvalidOperationException and others on broken input")]
    private bool Next()
    {
        if (_stopped)
        {
            return false;
        }

        try
        {
            if (!_parser.MoveNext())
            {
                _current = null;
                return false;
            }

            _current = _parser.Current!;
            if (_current is not (StreamStart or StreamEnd))
            {
                _last = Span(_current);
            }

            return true;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            var at = error is YamlException known ? Span(known.Start, known.End) : _last;
            var (message, place) = YamlSyntaxMessage.For(error as YamlException, _text, at);
            Stop(message, place);
            return false;
        }
    }

    /// <summary>The node that starts at the current event, which is consumed; null when reading stopped before anything of it was there.</summary>
    private Anchor? Node(int depth)
    {
        if (_current is AnchorAlias alias)
        {
            return Resolve(alias, depth);
        }

        if (_current is not NodeEvent start || !Count(1) || !CheckDepth(depth))
        {
            return null;
        }

        var tag = start.Tag;
        if (!tag.IsEmpty && !tag.IsNonSpecific)
        {
            _findings.NotAssessed($"The tag {FindingList.Quote(tag.Value)} is not applied: the format gives a value its type. Remove the tag", Span(start));
        }

        var name = start.Anchor.IsEmpty ? null : start.Anchor.Value;
        if (name is not null)
        {
            _openAnchors.Add(name);
        }

        var before = _nodes;
        var (node, height) = start switch
        {
            Scalar scalar => (Scalar(scalar), 0),
            SequenceStart sequence => Sequence(sequence, depth),
            _ => Mapping((MappingStart)start, depth),
        };
        var read = new Anchor(node, height, _nodes - before + 1);
        if (name is not null)
        {
            _openAnchors.Remove(name);
            _anchors[name] = read;
        }

        return read;
    }

    private Anchor? Resolve(AnchorAlias alias, int depth)
    {
        var name = alias.Value.Value;
        if (_openAnchors.Contains(name))
        {
            _findings.NotAssessed($"{FindingList.Quote("*" + name)} stands inside what it repeats; it is left out", Span(alias));
            return Missing(alias);
        }

        if (!_anchors.TryGetValue(name, out var anchor))
        {
            _findings.NotAssessed($"{FindingList.Quote("*" + name)} repeats something that is nowhere marked {FindingList.Quote("&" + name)}. A text that starts with * needs quotes", Span(alias));
            return Missing(alias);
        }

        return Count(anchor.Size) && CheckDepth(depth + anchor.Height) ? anchor : null;
    }

    /// <summary>A stand-in that the caller leaves out; reading goes on.</summary>
    private Anchor Missing(ParsingEvent at) => new(new MissingNode(Span(at)), 0, 1);

    private YamlScalar Scalar(Scalar scalar)
    {
        var value = scalar.Value;
        if (value.Length > _limits.ScalarLength)
        {
            _findings.NotAssessed(FormattableString.Invariant($"This text is longer than {_limits.ScalarLength} characters; the rest of it is not read"), Span(scalar));
            value = value.Substring(0, _limits.ScalarLength);
            return new YamlScalar(value, false, Span(scalar)) { IsCut = true };
        }

        return new YamlScalar(value, scalar.Style == ScalarStyle.Plain, Span(scalar));
    }

    private (YamlNode, int) Sequence(SequenceStart start, int depth)
    {
        var items = new List<YamlNode>();
        var height = 0;
        var ended = false;
        while (Next() && !(ended = _current is SequenceEnd) && Node(depth + 1) is { } item)
        {
            if (item.Node is not MissingNode)
            {
                items.Add(item.Node);
                height = Math.Max(height, item.Height + 1);
            }
        }

        var span = Container(start, start.Style == SequenceStyle.Flow, ended, items.Count > 0 ? items[items.Count - 1] : null);
        return (new YamlSequence(items, span) { IsCut = !ended }, height);
    }

    private (YamlNode, int) Mapping(MappingStart start, int depth)
    {
        var entries = new List<YamlEntry>();
        Dictionary<string, YamlScalar>? many = null;
        YamlEntry? previous = null;
        var height = 0;
        var ended = false;
        while (Next() && !(ended = _current is MappingEnd))
        {
            if (Node(depth + 1) is not { } keyNode || !Next() || Node(depth + 1) is not { } value)
            {
                break;
            }

            height = Math.Max(height, value.Height + 1);
            if (keyNode.Node is not YamlScalar key)
            {
                _findings.NotAssessed("A key must be one word; this list or map stands where a key belongs and is left out. A text that starts with { or [ needs quotes", keyNode.Node.Span);
                continue;
            }

            if (start.Style == MappingStyle.Flow && HasNoColon(key, value.Node))
            {
                _findings.Wrong(CutAtComma(key, previous), key.Span);
                continue;
            }

            var entry = new YamlEntry(key, value.Node);
            previous = entry;
            if (key is { Text: "<<", IsPlain: true })
            {
                _findings.NotAssessed("`<<` is not applied: a card says in plain sight what it says. Write the keys out", key.Span);
            }
            else if (First(key.Text, entries, ref many) is { } first)
            {
                _findings.Wrong(FormattableString.Invariant($"{FindingList.Quote(key.Text)} is written twice; line {first.Span.Line} counts, this one does not"), key.Span);
            }
            else if (value.Node is not MissingNode)
            {
                entries.Add(entry);
                many?.Add(key.Text, key);
            }
        }

        var span = Container(start, start.Style == MappingStyle.Flow, ended, entries.Count > 0 ? entries[entries.Count - 1].Value : null);
        return (new YamlMapping(entries, span) { IsCut = !ended }, height);
    }

    /// <summary>The entry of that key; most maps are short and need no table.</summary>
    private static YamlScalar? First(string key, List<YamlEntry> entries, ref Dictionary<string, YamlScalar>? many)
    {
        if (many is null && entries.Count > ShortMap)
        {
            many = entries.ToDictionary(entry => entry.Key.Text, entry => entry.Key, StringComparer.Ordinal);
        }

        if (many is not null)
        {
            return many.TryGetValue(key, out var known) ? known : null;
        }

        foreach (var entry in entries)
        {
            if (entry.Key.Text == key)
            {
                return entry.Key;
            }
        }

        return null;
    }

    private static bool HasNoColon(YamlScalar key, YamlNode value) =>
        value is YamlScalar { IsPlain: true, Text: "" } && value.Span.Line == key.Span.EndLine && value.Span.Column == key.Span.EndColumn;

    private static string CutAtComma(YamlScalar key, YamlEntry? previous) =>
        previous?.Value is YamlScalar { IsPlain: true } cut
            ? $"{FindingList.Quote(key.Text)} is not a field. The text {FindingList.Quote(cut.Text)} was cut at the comma: put it in quotes, {previous.Key.Text}: \"{cut.Text}, {key.Text}\""
            : $"{FindingList.Quote(key.Text)} stands without a value. A text that starts with {{ needs quotes";

    /// <summary>From the first character to the last; the parser ends a block container only at the next token.</summary>
    private SourceSpan Container(ParsingEvent start, bool isFlow, bool ended, YamlNode? lastChild)
    {
        var first = Span(start);
        if (isFlow && ended)
        {
            var end = Span(_current!);
            return first with { EndLine = end.EndLine, EndColumn = end.EndColumn + 1 };
        }

        return lastChild is { Span: { } child } && (child.EndLine, child.EndColumn).CompareTo((first.EndLine, first.EndColumn)) > 0
            ? first with { EndLine = child.EndLine, EndColumn = child.EndColumn }
            : first;
    }

    private bool Count(int added)
    {
        _nodes += added;
        return _nodes <= _limits.Nodes
            || Stop(FormattableString.Invariant($"The file holds more than {_limits.Nodes} values, repetitions included"), Span(_current!));
    }

    private bool CheckDepth(int depth) =>
        depth <= _limits.Depth || Stop(FormattableString.Invariant($"More than {_limits.Depth} lists and maps inside one another"), Span(_current!));

    private bool Stop(string reason, SourceSpan at)
    {
        if (!_stopped)
        {
            _stopped = true;
            _stoppedAt = at.Line;
            _findings.NotAssessed(FormattableString.Invariant($"{reason}. The file is not assessed from line {at.Line} on"), at);
        }

        return false;
    }

    /// <summary>The text from a line on.</summary>
    private string From(int line)
    {
        var start = 0;
        for (var before = 1; before < line && start >= 0 && start < _text.Length; before++)
            start = _text.IndexOf('\n', start) + 1 is var next and > 0 ? next : _text.Length;
        return _text.Substring(start);
    }

    private SourceSpan Span(ParsingEvent at) => Span(at.Start, at.End);

    private SourceSpan Span(Mark start, Mark end) =>
        new(_findings.Path, (int)start.Line, (int)start.Column, (int)end.Line, (int)end.Column);

    private sealed class MissingNode(SourceSpan span) : YamlNode(span);

    /// <summary>A node with how deep it is and how many nodes it holds, itself included: what an alias of it costs.</summary>
    private readonly record struct Anchor(YamlNode Node, int Height, int Size);
}
