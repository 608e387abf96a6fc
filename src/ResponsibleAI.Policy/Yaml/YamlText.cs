using System.Security.Cryptography;
using System.Text;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Policy.Yaml;

/// <summary>A file's bytes as text: bounded, UTF-8 only, cut before the first character that YAML cannot hold.</summary>
internal sealed record YamlText(string Text, bool IsComplete, string Hash)
{
    private const char ReplacementOfBadBytes = '\uFFFD';
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly YamlText s_nothing = new("", false, "");

    /// <param name="stream">The file.</param>
    /// <param name="limit">Its length at most.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="isPartYaml">Only a part of it is YAML, which is read as such later: what YAML cannot hold stays.</param>
    public static YamlText Read(Stream stream, int limit, FindingList findings, bool isPartYaml = false)
    {
        byte[] bytes;
        try
        {
            bytes = ReadAtMost(stream, limit + 1);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ObjectDisposedException)
        {
            findings.NotAssessed("The file cannot be read from disk; nothing in it is assessed", Start(findings.Path));
            return s_nothing;
        }

        if (bytes.Length > limit)
        {
            findings.NotAssessed(FormattableString.Invariant($"The file is larger than {limit / 1024} KiB; nothing in it is assessed"), Start(findings.Path));
            return s_nothing;
        }

        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            findings.NotAssessed("The file is saved as UTF-16; nothing in it is assessed. Save it as UTF-8", Start(findings.Path));
            return s_nothing;
        }

        var mark = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        var text = s_utf8.GetString(bytes, mark, bytes.Length - mark);
        var hash = Sha256(text);
        var bad = isPartYaml ? -1 : FirstUnreadable(text);
        if (bad < 0)
        {
            return new(text, true, hash);
        }

        var at = Place(findings.Path, text, bad);
        var what = text[bad] == ReplacementOfBadBytes
            ? "Here stands something that is no UTF-8 text"
            : FormattableString.Invariant($"Here stands the control character U+{(int)text[bad]:X4}");
        findings.NotAssessed(FormattableString.Invariant($"{what}; the file is not assessed from line {at.Line} on"), at);
        return new(text.Substring(0, bad), false, hash);
    }

    private static SourceSpan Start(string path) => new(path, 1, 1, 1, 1);

    private static byte[] ReadAtMost(Stream stream, int count)
    {
        using var read = new MemoryStream();
        var buffer = new byte[16 << 10];
        while (read.Length < count)
        {
            var got = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, count - read.Length));
            if (got == 0)
            {
                break;
            }

            read.Write(buffer, 0, got);
        }

        return read.ToArray();
    }

    private static string Sha256(string text)
    {
        using var sha = SHA256.Create();
        var unix = text.IndexOf('\r') < 0 ? text : text.Replace("\r\n", "\n").Replace('\r', '\n');
        return Hex.Of(sha.ComputeHash(s_utf8.GetBytes(unix)));
    }

    private static int FirstUnreadable(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (character is >= ' ' and <= '~')
            {
                continue;
            }

            if (character == ReplacementOfBadBytes || (char.IsControl(character) && character is not ('\t' or '\n' or '\r' or '\u0085')))
            {
                return index;
            }
        }

        return -1;
    }

    private static SourceSpan Place(string path, string text, int index)
    {
        int line = 1, start = 0;
        for (var at = 0; at < index; at++)
        {
            if (text[at] == '\n' || (text[at] == '\r' && !(at + 1 < text.Length && text[at + 1] == '\n')))
            {
                line++;
                start = at + 1;
            }
        }

        return new(path, line, index - start + 1, line, index - start + 2);
    }
}
