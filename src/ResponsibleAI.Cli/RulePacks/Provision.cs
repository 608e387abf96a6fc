using System.Globalization;
using System.Text.RegularExpressions;

namespace ResponsibleAI.Cli.RulePacks;

/// <summary>The articles or sections that a citation names: "Art. 4(1), 4(3)" is Art. 4, "164.514(b)(2)(i)" is 164.514.</summary>
/// <param name="Name">Such as Art. 4, recital 26, s. 2, 164.514; what cannot be taken apart stands as it is written.</param>
internal sealed partial record Provision(string Name) : IComparable<Provision>
{
    private const int MostOfARange = 50;

    /// <summary>A section of an annex; the annex stands for it.</summary>
    private const string InsideAnnex = "in an annex";

    /// <summary>The number of an article; null for other provisions.</summary>
    public int? Article => ArticleNumber().Match(Name) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>Each once, in order.</summary>
    public static IReadOnlyList<Provision> Of(string at)
    {
        var found = new SortedSet<Provision>();
        var kind = "";
        foreach (var part in Parts().Split(at.Split(": ")[0]))
        {
            if (Head().Match(part.Trim()) is not { Success: true } head)
                continue;
            if (head.Groups["kind"].Value is { Length: > 0 } stated)
                kind = kind == "Annex " && stated[0] is 's' ? InsideAnnex : stated.ToLowerInvariant().TrimEnd('.', 's', ' ') switch
                {
                    "art" or "article" => "Art. ",
                    "recital" => "recital ",
                    "" or "sec" or "section" => "s. ",
                    "annex" => "Annex ",
                    var other => other + " ",
                };
            if (kind == InsideAnnex)
                continue;
            var number = head.Groups["number"].Value;
            if (kind is "Art. " or "recital " && Range().Match(number) is { Success: true } range)
            {
                var (first, last) = (int.Parse(range.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(range.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
                for (var one = first; one <= last && one < first + MostOfARange; one++)
                    found.Add(new Provision(kind + one.ToString(CultureInfo.InvariantCulture)));
            }
            else
            {
                found.Add(new Provision(kind + number));
            }
        }

        return found.Count == 0 ? [new Provision(at.Length == 0 ? "as a whole" : at)] : [.. found];
    }

    /// <summary>Numbers in their order, articles before recitals.</summary>
    public int CompareTo(Provision? other) => other is null ? 1 : StringComparer.Ordinal.Compare(Key, other.Key);

    private string Key => (Name.Split(' ')[0] switch { "Art." => "0", "recital" => "2", "Annex" => "3", _ => "1" }) + Digits().Replace(Name, static number => number.Value.PadLeft(8, '0'));

    [GeneratedRegex(@"^Art\. ([0-9]{1,4})[a-z]?$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex ArticleNumber();

    [GeneratedRegex(@",|;|\band\b", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^(?<kind>(?:[Aa]rt(?:icle)?s?\.?|recitals?|ss?\.|sec(?:tion)?s?\.?|[Aa]nnex) )?(?:[0-9]+ (?:CFR|USC) )?(?<number>[0-9]+[a-z]?(?:[.-][0-9]+)*|[IVX]+)(?:$|[ (])", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Head();

    [GeneratedRegex("^([0-9]{1,4})-([0-9]{1,4})$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Range();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Digits();
}
