namespace ResponsibleAI.Fairness;

/// <summary>The values of a column, numbered in order of appearance.</summary>
internal sealed class Vocabulary(string column, int most)
{
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    public string Column => column;

    public int Count => _names.Count;

    public int Code(string? value)
    {
        var name = string.IsNullOrEmpty(value) ? Group.Missing : value!;
        if (!_codes.TryGetValue(name, out var code))
        {
            if (_names.Count == most)
            {
                throw new InvalidOperationException($"'{column}' has more than {most} different values: put them into bins first.");
            }

            code = _names.Count;
            _codes.Add(name, code);
            _names.Add(name);
        }

        return code;
    }

    public string Name(int code) => _names[code];
}
