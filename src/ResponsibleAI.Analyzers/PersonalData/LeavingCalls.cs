using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>The calls of a compilation by which values leave the program. Looked for when the training data is known: almost every program writes or logs something, and few write what they train on.</summary>
internal sealed class LeavingCalls(CodeReader code)
{
    private readonly HashSet<int> _names = [.. Sinks.Names.Select(FileWords.Hash)];
    private readonly bool _reachesAi = Sinks.ReachesAiService(code.Compilation);

    /// <summary>Calls that may take rows of the loads or values of their columns, by the words of their files; in the order of files.</summary>
    public IEnumerable<LeavingCall> Of(IEnumerable<DatasetLoad> loads, CancellationToken cancellation)
    {
        var told = new HashSet<int>(Sinks.TakersOfRows.Select(FileWords.Hash));
        foreach (var load in loads)
            foreach (var column in load.Schema.Columns)
                if (column.Member is { } member)
                    told.Add(FileWords.Hash(member.Name));
        return code.Compilation.SyntaxTrees
            .OrderBy(static tree => tree.FilePath, StringComparer.Ordinal)
            .Where(tree => _reachesAi || (FileWords.Of(tree, cancellation) is var words && words.MentionsAny(_names) && words.MentionsAny(told)))
            .SelectMany(tree => In(tree, cancellation));
    }

    /// <summary>Calls of one file, whatever they take.</summary>
    public IEnumerable<LeavingCall> In(SyntaxTree tree, CancellationToken cancellation)
    {
        foreach (var call in CallsIn(tree, cancellation))
            if (call.ArgumentList.Arguments.Any(static argument => argument.Expression is not LiteralExpressionSyntax)
                && code.Operation(call, cancellation) is { } operation
                && (operation is IExpressionStatementOperation statement ? statement.Operation : operation) is IInvocationOperation invocation
                && Sinks.Of(invocation.TargetMethod) is { } sink && Containers.Of(invocation, cancellation) is { } container)
                yield return new LeavingCall(invocation, container, sink);
    }

    private List<InvocationExpressionSyntax> CallsIn(SyntaxTree tree, CancellationToken cancellation)
    {
        var calls = new List<InvocationExpressionSyntax>();
        foreach (var name in Sinks.Names)
            if (FileWords.Of(tree, cancellation).Mentions(name))
                calls.AddRange(Occurrences.Calls(tree, name, cancellation).OfType<InvocationExpressionSyntax>());
        if (_reachesAi)
            foreach (var start in Sinks.AiServiceCalls)
                calls.AddRange(Occurrences.CallsStarting(tree, start, cancellation));
        return [.. calls.Distinct().OrderBy(static call => call.SpanStart).ThenBy(static call => call.Span.End)];
    }
}

/// <summary>A call by which values leave the program.</summary>
/// <param name="Call">The call.</param>
/// <param name="Container">The member it stands in.</param>
/// <param name="Sink">Where they go, as <see cref="Sinks.Of"/> says it.</param>
internal sealed record LeavingCall(IInvocationOperation Call, ISymbol Container, string Sink);
