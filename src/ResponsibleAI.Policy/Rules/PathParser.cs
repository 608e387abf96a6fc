using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Rules.Conditions;

namespace ResponsibleAI.Policy.Rules;

/// <summary>Resolves the paths of a rule against the schema, once, when the pack is read.</summary>
internal sealed class PathParser(FindingList findings)
{
    private const int LongestPath = 200;

    /// <summary>A path that passes through no list; it may end at one.</summary>
    /// <returns>Null after a finding.</returns>
    public FieldPath? Single(string written, RuleScope scope, SourceSpan at)
    {
        if (Segments(written, scope, at) is not { } segments)
            return null;
        if (segments.Count == 1)
            return segments[0].Path;
        Wrong($"{FindingList.Quote(segments[0].Path.Key)} is a list. Say whether some, every or none of its entries must hold", at);
        return null;
    }

    /// <summary>A path that may pass through lists.</summary>
    /// <returns>Null after a finding.</returns>
    public FieldValues? Values(string written, RuleScope scope, SourceSpan at) => Segments(written, scope, at) is { } segments ? new FieldValues(segments) : null;

    private List<FieldValues.Segment>? Segments(string written, RuleScope scope, SourceSpan at)
    {
        var words = written.Length is 0 or > LongestPath ? [] : written.Split('.');
        if (words.Length == 0 || words.Any(word => word.Length == 0))
        {
            Wrong($"{FindingList.Quote(written)} is not a path", at);
            return null;
        }

        var (root, start, first) = Start(words, scope);
        var field = root == PathRoot.Policy ? PolicySchema.Root : start.Field;
        var key = root == PathRoot.Policy ? "policy" : start.Key;
        var isDocument = root == PathRoot.Document && start.Depth == 0;
        var scopeKey = key;
        var depth = start.Depth;
        var segments = new List<FieldValues.Segment>();
        var steps = new List<FieldStep>();
        for (var i = first; i < words.Length; i++)
        {
            if (steps.Count > 0 && field.IsList)
            {
                segments.Add(new(new FieldPath(written, root, depth, scopeKey, steps, field), scope.Depth + segments.Count + 1));
                (root, depth, scopeKey) = (PathRoot.Document, scope.Depth + segments.Count, key);
                steps = [];
                if (depth >= Evaluation.Scopes)
                {
                    Wrong($"{FindingList.Quote(written)} passes through too many lists", at);
                    return null;
                }
            }

            if (RuleScope.Step(field, key, words[i], isDocument) is not { } step)
            {
                Wrong(Unknown(written, words, i, first, field, start, scope), at);
                return null;
            }

            steps.Add(step);
            (field, key, isDocument) = (step.Field, step.Key, false);
        }

        var isSure = root == PathRoot.Document && segments.Count == 0 && steps is [{ IsOwn: true, Field: { Required: true, IsList: false } }]
            && (start.Depth != 1 || start.Field.Absence == Absence.Empty);
        segments.Add(new(new FieldPath(written, root, depth, scopeKey, steps, field) { IsSure = isSure }, scope.Depth + segments.Count + 1));
        return segments;
    }

    private static (PathRoot Root, RuleScope Start, int First) Start(string[] words, RuleScope scope)
    {
        if (RuleScope.Step(scope.Field, scope.Key, words[0], scope.Depth == 0) is not null)
            return (PathRoot.Document, scope, 0);
        if (words.Length > 1 && words[0] == "policy")
            return (PathRoot.Policy, scope.Document, 1);
        return scope.Named(words[0]) is { } named ? (PathRoot.Document, named, 1) : (PathRoot.Document, scope, 0);
    }

    private static string Unknown(string written, string[] words, int wrong, int first, Field field, RuleScope start, RuleScope scope)
    {
        var what = start.Depth > 0 ? $"a field of {FindingList.Quote(start.Key)}" : $"a field of {Noun(scope)}";
        var message = $"{FindingList.Quote(written)} is not {what}";
        if (wrong == first && first == 0 && scope.Depth > 0 && RuleScope.Step(scope.Document.Field, "", words[0], true) is not null)
            return $"{message}. Did you mean {FindingList.Quote("card." + written)}?";
        if (Spelling.Nearest(words[wrong], RuleScope.Keys(field)) is not { } nearest)
            return message;
        string[] meant = [.. words.Take(wrong), nearest, .. words.Skip(wrong + 1)];
        return $"{message}. Did you mean {FindingList.Quote(string.Join(".", meant))}?";
    }

    private static string Noun(RuleScope scope)
    {
        var root = scope.Document.Field;
        if (ReferenceEquals(root, DataCardSchema.Root))
            return "a data card";
        return ReferenceEquals(root, ModelCardSchema.Root) ? "a model card" : "a purpose";
    }

    private void Wrong(string message, SourceSpan at) => findings.Add(PolicyRules.Rule, FindingKind.Violation, Severity.Error, message, at);
}
