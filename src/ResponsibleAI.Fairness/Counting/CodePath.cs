namespace ResponsibleAI.Fairness;

/// <summary>Numbers the pairs of a prefix and a code in order of appearance: chained, they number combinations. A step of a known pair is two array reads.</summary>
internal sealed class CodePath
{
    private int[][] _byPrefix = [];
    private int _pairs;

    public int Step(int prefix, int code)
    {
        if (prefix < _byPrefix.Length && code < _byPrefix[prefix].Length && _byPrefix[prefix][code] is > 0 and var known)
        {
            return known - 1;
        }

        return Add(prefix, code);
    }

    // Zero stands for a pair that was not seen.
    private int Add(int prefix, int code)
    {
        for (var filled = _byPrefix.Length; filled <= prefix; filled++)
        {
            Array.Resize(ref _byPrefix, filled + 1);
            _byPrefix[filled] = [];
        }

        if (_byPrefix[prefix].Length <= code)
        {
            Array.Resize(ref _byPrefix[prefix], Math.Max(code + 1, 2 * _byPrefix[prefix].Length));
        }

        _byPrefix[prefix][code] = ++_pairs;
        return _pairs - 1;
    }
}
