using Microsoft.CodeAnalysis;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>By file, then by place: the order in which findings are made and told, whatever order the compiler showed the code in.</summary>
internal sealed class SourceOrder : IComparer<IOperation>
{
    public static readonly SourceOrder Instance = new();

    private SourceOrder()
    {
    }

    public int Compare(IOperation? left, IOperation? right)
    {
        var (one, other) = (left!.Syntax, right!.Syntax);
        if (one.SyntaxTree != other.SyntaxTree && string.CompareOrdinal(one.SyntaxTree.FilePath, other.SyntaxTree.FilePath) is not 0 and var byFile)
            return byFile;
        return one.SpanStart != other.SpanStart ? one.SpanStart.CompareTo(other.SpanStart) : one.Span.End.CompareTo(other.Span.End);
    }
}

internal static class InSourceOrderExtension
{
    /// <summary>The items in the order of the places that they are about.</summary>
    public static IOrderedEnumerable<T> InSourceOrder<T>(this IEnumerable<T> items, Func<T, IOperation> place) => items.OrderBy(place, SourceOrder.Instance);
}
