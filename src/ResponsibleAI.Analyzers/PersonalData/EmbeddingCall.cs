using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>A call that embeds what it is given, or keeps it in a vector store.</summary>
/// <param name="Call">The call.</param>
/// <param name="Name">The method's name.</param>
/// <param name="Given">What it embeds.</param>
/// <param name="Container">The member it stands in.</param>
internal sealed record EmbeddingCall(IOperation Call, string Name, IReadOnlyList<IOperation> Given, ISymbol Container)
{
    private const int MostWrapped = 3;

    /// <summary>The call, and the calls of the project's own methods that hand it what they are given.</summary>
    public IEnumerable<EmbeddingCall> WithWrappers(CodeReader code, CancellationToken cancellation)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        List<EmbeddingCall> calls = [this];
        for (var depth = 0; calls.Count > 0; depth++)
        {
            foreach (var call in calls)
                yield return call;
            calls = depth == MostWrapped ? [] : [.. calls.SelectMany(call => call.Callers(code, seen, cancellation))];
        }
    }

    private IEnumerable<EmbeddingCall> Callers(CodeReader code, HashSet<ISymbol> seen, CancellationToken cancellation)
    {
        foreach (var value in PassedValues.Of(Given, code, cancellation))
        {
            if (value is not IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } wrapper } parameter } || !seen.Add(parameter))
                continue;
            foreach (var caller in code.Callers(wrapper, cancellation) ?? [])
                if (new Frame(wrapper, caller, null).Argument(parameter) is { } argument && Containers.Of(caller, cancellation) is { } container)
                    yield return new EmbeddingCall(caller, wrapper.Name, [argument.Operation], container);
        }
    }
}
