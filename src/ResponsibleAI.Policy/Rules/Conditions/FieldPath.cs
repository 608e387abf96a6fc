using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;

namespace ResponsibleAI.Policy.Rules.Conditions;

/// <summary>A path of a condition, resolved against the schema: which scope it starts in and every step from there.</summary>
internal sealed class FieldPath
{
    private readonly FieldStep[] _steps;

    /// <summary>For each step the reference that a later one walks: what misses when the step leads nowhere.</summary>
    private readonly string?[] _references;
    private readonly ScalarNode? _unchanged;

    public FieldPath(string written, PathRoot root, int scope, string scopeKey, IReadOnlyList<FieldStep> steps, Field field)
    {
        Written = written;
        Root = root;
        Scope = scope;
        ScopeKey = scopeKey;
        _steps = [.. steps];
        Field = field;
        Key = steps.Count == 0 ? scopeKey : steps[steps.Count - 1].Key;
        if (field.Absence == Absence.Unchanged)
            _unchanged = new ScalarNode(field, "unchanged", "unchanged", default);
        _references = new string?[steps.Count];
        for (var i = steps.Count - 2; i >= 0; i--)
            _references[i] = steps[i + 1] is { Table: not null, IsOwn: false } walk ? walk.ReferenceKey : _references[i + 1];
    }

    /// <summary>As the rule writes it.</summary>
    public string Written { get; }

    public PathRoot Root { get; }

    /// <summary>The scope it starts in: 0 is the document.</summary>
    public int Scope { get; }

    /// <summary>The schema path of that scope, which is what misses when there is no element.</summary>
    public string ScopeKey { get; }

    /// <summary>The whole schema path.</summary>
    public string Key { get; }

    /// <summary>What it leads to.</summary>
    public Field Field { get; }

    /// <summary>The entry of a list itself, where entries are words.</summary>
    public bool IsEntry => _steps.Length == 0;

    /// <summary>Whether every document or entry it starts from has the value.</summary>
    public bool IsSure { get; init; }

    public Resolution Resolve(Evaluation evaluation)
    {
        var node = Root == PathRoot.Policy ? evaluation.Registry.Policy : evaluation.Element(Scope);
        if (node is null)
            return Resolution.Missing(Root == PathRoot.Policy ? Key : ScopeKey, evaluation.Document.Span);
        var place = evaluation.Pin(Scope);
        for (var i = 0; i < _steps.Length; i++)
        {
            var next = _steps[i].Take(node, evaluation, ref place, out var missing);
            if (next is null)
                return node.IsCut ? Resolution.Missing(missing ?? Key, place ?? node.Span) : Absent(i, missing, place ?? node.Span);
            node = next;
        }

        return new Resolution(node, place ?? node.Span, Key, place is not null);
    }

    private Resolution Absent(int step, string? missing, SourceSpan place)
    {
        if ((missing ?? _references[step]) is { } reference)
            return Resolution.Missing(reference, place);
        return Field.Absence switch
        {
            Absence.Unchanged when step == _steps.Length - 1 => new Resolution(_unchanged, place, Key, true) { IsImplied = true },
            Absence.Empty => new Resolution(EmptyList.Instance, place, Key, true) { IsImplied = true },
            _ => Resolution.Missing(Key, place),
        };
    }
}

/// <summary>Where a path begins.</summary>
internal enum PathRoot
{
    /// <summary>The document or an entry of one of its lists.</summary>
    Document,

    /// <summary>policy.yaml.</summary>
    Policy,
}

/// <summary>What a path led to.</summary>
/// <param name="Node">The value; null when nobody wrote it.</param>
/// <param name="Place">Where it stands, or the nearest thing that does.</param>
/// <param name="Key">The schema path of the value, or of what misses.</param>
/// <param name="IsPinned">The value comes from a table or is implied; <paramref name="Place"/> is where the document leads to it.</param>
internal readonly record struct Resolution(Node? Node, SourceSpan Place, string Key, bool IsPinned)
{
    /// <summary>The schema says what silence means; nobody wrote the value.</summary>
    public bool IsImplied { get; init; }

    public static Resolution Missing(string key, SourceSpan place) => new(null, place, key, false);

    public Leaf ToLeaf(Evaluation evaluation, int scope, Doubt why) => new(Key, Place, evaluation.ElementName(scope), why);
}

/// <summary>A list that nobody wrote and that means an empty one.</summary>
internal static class EmptyList
{
    public static readonly ListNode Instance = new(new Field { IsList = true }, [], default);
}
