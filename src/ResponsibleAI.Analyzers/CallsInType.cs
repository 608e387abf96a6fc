using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Resolution;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers;

/// <summary>Calls in one outermost type that load, train or evaluate. The compiler shows them in any order and from several threads at once.</summary>
internal sealed class CallsInType
{
    private readonly List<(IInvocationOperation Call, ApiMember Member, ISymbol Container)> _calls = [];
    private readonly List<(IOperation Call, ISymbol Container)> _unbound = [];

    public void Add(IInvocationOperation call, ApiMember member, ISymbol container)
    {
        lock (_calls)
            _calls.Add((call, member, container));
    }

    public void AddUnbound(IOperation call, ISymbol container)
    {
        lock (_calls)
            _unbound.Add((call, container));
    }

    /// <summary>Calls named like training calls that do not bind. Asked for after the last was added, as is <see cref="Sorted"/>.</summary>
    public IEnumerable<(IOperation Call, ISymbol Container)> Unbound => _unbound.InSourceOrder(static unbound => unbound.Call);

    /// <summary>The others, by rank and then by place.</summary>
    public IEnumerable<(IInvocationOperation Call, ApiMember Member, ISymbol Container)> Sorted(Func<IInvocationOperation, int> rank) =>
        [.. _calls.OrderBy(place => rank(place.Call)).ThenBy(static place => place.Call, SourceOrder.Instance)];
}
