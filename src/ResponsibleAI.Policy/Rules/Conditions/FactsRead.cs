using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ResponsibleAI.Policy.Documents;

namespace ResponsibleAI.Policy.Rules.Conditions;

/// <summary>The values a rule read. Their hash binds a decision to them: when one changes, the decision lapses.</summary>
internal sealed class FactsRead
{
    private readonly List<string> _lines = [];

    /// <summary>Notes what a path led to.</summary>
    public void Add(Evaluation evaluation, FieldPath path, in Resolution found)
    {
        var line = Prefix(evaluation, path).Append(path.Key).Append('=');
        Write(line, found.Node);
        _lines.Add(line.ToString());
    }

    /// <summary>Notes that a list has the entry.</summary>
    public void Entry(Evaluation evaluation, FieldPath list, int scope) =>
        _lines.Add(Prefix(evaluation, list).Append(list.Key).Append('/').Append(evaluation.ElementName(scope)).ToString());

    /// <summary>"sha256:" and lower-case hex over the sorted lines path=value.</summary>
    public string Hash()
    {
        _lines.Sort(StringComparer.Ordinal);
        using var sha = SHA256.Create();
        return "sha256:" + Hex(sha.ComputeHash(Encoding.UTF8.GetBytes(string.Join("\n", _lines))));
    }

    /// <summary>Lower-case hex.</summary>
    public static string Hex(byte[] bytes) => string.Concat(bytes.Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));

    private static StringBuilder Prefix(Evaluation evaluation, FieldPath path)
    {
        var prefix = new StringBuilder();
        for (var scope = 1; scope <= path.Scope; scope++)
            prefix.Append(evaluation.ElementName(scope)).Append('|');
        return prefix;
    }

    private static void Write(StringBuilder line, Node? node)
    {
        switch (node)
        {
            case null:
                line.Append('?');
                break;
            case ScalarNode scalar:
                line.Append(scalar.Text);
                break;
            case ListNode list:
                line.Append('[');
                foreach (var item in list.Items)
                {
                    Write(line, item);
                    line.Append(',');
                }

                line.Append(']');
                break;
            case MapNode map:
                line.Append('{');
                foreach (var key in map.Members.Keys.OrderBy(key => key, StringComparer.Ordinal))
                {
                    line.Append(key).Append('=');
                    Write(line, map[key]);
                    line.Append(',');
                }

                line.Append('}');
                break;
        }
    }
}
