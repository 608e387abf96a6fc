using System.Globalization;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Rules.Conditions;

namespace ResponsibleAI.Policy.Rules;

/// <summary>The facts that rules wait for: each told once, however many rules and entries need it.</summary>
internal sealed class Silence
{
    private readonly Dictionary<string, SilentFact> _facts = new(StringComparer.Ordinal);

    /// <summary>How many.</summary>
    public int Count => _facts.Count;

    /// <summary>Sorted by key.</summary>
    public IEnumerable<SilentFact> Facts => _facts.Values.OrderBy(fact => fact.Key, StringComparer.Ordinal);

    public void Add(in Leaf leaf, ChosenRule rule)
    {
        if (!_facts.TryGetValue(leaf.Key, out var fact))
            _facts.Add(leaf.Key, fact = new SilentFact(leaf.Key, leaf.Place, leaf.Why));
        fact.Add(leaf, rule);
    }

    public void Clear() => _facts.Clear();
}

/// <summary>A fact that is not stated, or not exactly enough.</summary>
internal sealed class SilentFact(string key, SourceSpan place, Doubt why)
{
    private const int NamesShown = 3;
    private readonly HashSet<string> _elements = new(StringComparer.Ordinal);
    private readonly List<string> _shown = [];
    private readonly HashSet<string> _rules = new(StringComparer.Ordinal);
    private ChosenRule? _latest;

    /// <summary>Its schema path.</summary>
    public string Key => key;

    /// <summary>The nearest thing that is there, for the first entry that lacks it.</summary>
    public SourceSpan Place => place;

    /// <summary>Of the loudest rule that waits.</summary>
    public Severity Severity { get; private set; }

    public string Message
    {
        get
        {
            var what = why == Doubt.NotPrecise
                ? $"{FindingList.Quote(key)} names no exact day, and the comparison falls inside it"
                : $"{FindingList.Quote(key)} is not stated{Otherwise}";
            return string.Format(CultureInfo.InvariantCulture, "{0}{1}; {2} {3} for it", what, Entries(), _rules.Count, _rules.Count == 1 ? "rule waits" : "rules wait");
        }
    }

    /// <summary>What is stated may still lead nowhere: a license whose terms nobody has read, results that the build cannot read. Both are mended in the same place.</summary>
    private string Otherwise =>
        key == "license" || key.EndsWith(".license", StringComparison.Ordinal) ? ", or what it allows is not known"
        : key == "fairness.results" ? ", or names no evidence that could be read"
        : "";

    public void Add(in Leaf leaf, ChosenRule rule)
    {
        if (!ReferenceEquals(rule, _latest))
        {
            _latest = rule;
            _rules.Add(rule.Rule.Id);
            Severity = rule.Silence > Severity ? rule.Silence : Severity;
        }

        if (leaf.Element.Length > 0 && _elements.Add(leaf.Element) && _shown.Count < NamesShown)
            _shown.Add(MessageTemplate.Shown(leaf.Element));
    }

    private string Entries()
    {
        if (_elements.Count == 0)
            return "";
        var list = string.Join(", ", _shown.Select(name => $"'{name}'"));
        return _elements.Count <= NamesShown ? $" for {list}" : string.Format(CultureInfo.InvariantCulture, " for {0} and {1} more", list, _elements.Count - _shown.Count);
    }
}
