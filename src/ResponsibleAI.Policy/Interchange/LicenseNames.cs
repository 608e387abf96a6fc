using ResponsibleAI.Policy.Linking;

namespace ResponsibleAI.Policy.Interchange;

/// <summary>License ids between the SPDX list and the spellings of other formats.</summary>
internal sealed class LicenseNames(LicenseTable table)
{
    private static readonly string[] s_nobody = ["unknown", "undefined", "unspecified", "none", "null", "n/a", "noassertion"];

    /// <summary>The id of a card for what another format writes: an id in any case, a known alias or the address of a known text; else a LicenseRef- that keeps the word.</summary>
    /// <param name="written">As written, not empty.</param>
    public string Of(string written)
    {
        var text = written.Trim();
        if (s_nobody.Contains(text.ToLowerInvariant()))
        {
            return LicenseTable.NoAssertion;
        }

        if (IsUrl(text))
        {
            return OfUrl(text) is { } named && table.Canonical(named) is { } known ? known : Reference(text.Substring(text.IndexOf("//", StringComparison.Ordinal) + 2));
        }

        return table.Canonical(text) ?? Reference(text);
    }

    /// <summary>The id of Hugging Face; null when it has none for it and <c>other</c> must stand.</summary>
    public string? OfHuggingFace(string id) =>
        id == LicenseTable.NoAssertion ? "unknown"
        : id == LicenseTable.None ? null
        : table.Alias(id) ?? (id.StartsWith(LicenseTable.CustomPrefix, StringComparison.OrdinalIgnoreCase) ? null : id.ToLowerInvariant());

    /// <summary>A license that no list has, by a name.</summary>
    public static string Reference(string name)
    {
        var text = name.StartsWith(LicenseTable.CustomPrefix, StringComparison.OrdinalIgnoreCase) ? name.Substring(LicenseTable.CustomPrefix.Length) : name;
        var parts = string.Concat(text.Select(letter => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' ? letter : '-')).Split(['-'], StringSplitOptions.RemoveEmptyEntries);
        var joined = string.Join("-", parts);
        return joined.Length == 0 ? LicenseTable.NoAssertion : LicenseTable.CustomPrefix + (joined.Length <= 80 ? joined : joined.Substring(0, 80).TrimEnd('-'));
    }

    public static bool IsUrl(string text) => text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static string? OfUrl(string url)
    {
        var parts = url.ToLowerInvariant().Split(['/', '?', '#'], StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(part => part.EndsWith(".html", StringComparison.Ordinal) ? part.Substring(0, part.Length - 5) : part).ToArray();
        var host = parts.Length == 0 ? "" : parts[0].StartsWith("www.", StringComparison.Ordinal) ? parts[0].Substring(4) : parts[0];
        return (host, parts.Skip(1).ToArray()) switch
        {
            ("creativecommons.org", ["licenses", var kind, var version, ..]) => $"CC-{kind}-{version}",
            ("creativecommons.org", ["publicdomain", "zero", ..]) => "CC0-1.0",
            ("creativecommons.org", ["publicdomain", "mark", ..]) => "CC-PDM-1.0",
            ("choosealicense.com" or "spdx.org" or "opensource.org", ["licenses" or "license", var id, ..]) => id,
            ("apache.org", ["licenses", "license-2.0", ..]) => "Apache-2.0",
            ("opendatacommons.org", ["licenses", "by", ..]) => "ODC-By-1.0",
            ("opendatacommons.org", ["licenses", "odbl", ..]) => "ODbL-1.0",
            ("opendatacommons.org", ["licenses", "pddl", ..]) => "PDDL-1.0",
            ("gnu.org", ["licenses", "gpl-3.0", ..]) => "GPL-3.0",
            _ => null,
        };
    }
}
