using ResponsibleAI.Policy.Documents;

namespace ResponsibleAI.Policy.Rules;

/// <summary>The paths that conditions may write, by where they stand: what editors offer and generated docs list.</summary>
public static class RulePaths
{
    /// <summary>Keys inside one another, references walked.</summary>
    private const int Deepest = 4;

    /// <summary>The document and each of its lists, the lists inside lists too: what a bare path begins at. What stands behind <c>dataset.</c>, a whole other card, is left out.</summary>
    public static IReadOnlyList<PathScope> Of(DocumentKind kind)
    {
        var scopes = new List<PathScope>();
        var open = new Queue<(Field Field, string Key)>([(RuleScope.Of(kind).Field, "")]);
        while (open.Count > 0)
        {
            var (field, key) = open.Dequeue();
            var paths = new List<RulePath>();
            Walk(field, key, "", isDocument: key.Length == 0, walks: 0, depth: 0, paths);
            scopes.Add(new PathScope(key, paths));
            foreach (var list in paths.Where(path => path.IsOwn && path.Field is { IsList: true, Type: FieldType.Map }))
                open.Enqueue((list.Field, key.Length == 0 ? list.Path : $"{key}.{list.Path}"));
        }

        return scopes;
    }

    /// <summary>What the organization says of itself, as conditions name it.</summary>
    public static IReadOnlyList<RulePath> OfPolicy()
    {
        var paths = new List<RulePath>();
        Walk(PolicySchema.Root.Fields.First(field => field.Name == "organization"), "organization", "policy.organization", isDocument: false, walks: 0, depth: 0, paths);
        return paths;
    }

    /// <summary>What conditions find behind the entries of a list of references, such as <c>category: { some: { gdprArt9: true } }</c>; empty for words that lead nowhere.</summary>
    public static IReadOnlyList<RulePath> Behind(FieldType reference)
    {
        var paths = new List<RulePath>();
        Walk(new Field { Type = reference }, "", "", isDocument: false, walks: 0, depth: Deepest - 1, paths);
        return paths;
    }

    private static void Walk(Field field, string key, string written, bool isDocument, int walks, int depth, List<RulePath> paths)
    {
        IEnumerable<string> names = RuleScope.Keys(field);
        if (isDocument && field.Fields.Any(member => member.Name == "id"))
            names = names.Append("evidence");
        foreach (var name in names)
        {
            if (name == "schema" || RuleScope.Step(field, key, name, isDocument) is not { } step)
                continue;
            var walked = walks + (step is { Table: not null, IsOwn: false } ? 1 : 0);
            if (walked > 1)
                continue;
            var path = written.Length == 0 ? name : $"{written}.{name}";
            paths.Add(new RulePath(path, step.Field, step is { IsOwn: true }));
            var leadsOn = step.Field.Type is FieldType.Map or FieldType.License or FieldType.Category or FieldType.Purpose;
            if (!step.Field.IsList && leadsOn && depth + 1 < Deepest)
                Walk(step.Field, step.Key, path, isDocument: false, walked, depth + 1, paths);
        }
    }
}

/// <summary>Where a bare path begins.</summary>
/// <param name="List">The schema path of the list whose entry it is; empty for the document.</param>
/// <param name="Paths">What may be written there, in order of the key tables.</param>
public sealed record PathScope(string List, IReadOnlyList<RulePath> Paths);

/// <summary>A path of a condition and what it leads to.</summary>
/// <param name="Path">As written from its scope.</param>
/// <param name="Field">The key table's row.</param>
/// <param name="IsOwn">It stands in the document itself, behind no reference.</param>
public sealed record RulePath(string Path, Field Field, bool IsOwn);
