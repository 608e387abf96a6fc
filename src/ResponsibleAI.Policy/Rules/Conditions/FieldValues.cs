using ResponsibleAI.Policy.Documents;

namespace ResponsibleAI.Policy.Rules.Conditions;

/// <summary>A path that may pass through lists: all the values it leads to. For <c>oneOf: { field: … }</c> and for messages.</summary>
internal sealed class FieldValues(IReadOnlyList<FieldValues.Segment> segments)
{
    /// <summary>A path up to a list or to the end, in a scope of its own after the first.</summary>
    /// <param name="Path">The path.</param>
    /// <param name="ElementScope">The scope its list's entries are put in; ignored for the last.</param>
    internal sealed record Segment(FieldPath Path, int ElementScope);

    /// <summary>Where it begins.</summary>
    public FieldPath First => segments[0].Path;

    /// <summary>As the rule writes it.</summary>
    public string Written => segments[0].Path.Written;

    /// <summary>Whether it leads to one value only.</summary>
    public bool IsSingle => segments.Count == 1 && !segments[0].Path.Field.IsList;

    /// <summary>Calls back for each value in order; a missing one is null.</summary>
    public void Visit(Evaluation evaluation, Action<Resolution> visit) => Visit(evaluation, 0, visit);

    private void Visit(Evaluation evaluation, int index, Action<Resolution> visit)
    {
        var segment = segments[index];
        var found = segment.Path.Resolve(evaluation);
        if (index == segments.Count - 1 || found.Node is null)
        {
            VisitItems(found, visit);
            return;
        }

        if (found.Node is not ListNode list)
            return;
        foreach (var item in list.Items)
        {
            if (!evaluation.Enter(segment.ElementScope, item, found))
                return;
            Visit(evaluation, index + 1, visit);
        }

        evaluation.Leave(segment.ElementScope);
    }

    private static void VisitItems(Resolution found, Action<Resolution> visit)
    {
        if (found.Node is not ListNode list)
        {
            visit(found);
            return;
        }

        foreach (var item in list.Items)
            visit(found with { Node = item });
    }
}
