using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>Who calls a method, or creates an object with a constructor, within one compilation; where nobody does, in the projects that refer to it.</summary>
internal sealed class MethodCallers(CodeReader code)
{
    private const int MostCallers = 64;

    private readonly ConcurrentDictionary<IMethodSymbol, IReadOnlyList<IOperation>> _callers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<string, CallsOfName> _calls = new(StringComparer.Ordinal);

    /// <summary>Null when there are too many to follow.</summary>
    public IReadOnlyList<IOperation>? Of(IMethodSymbol method, CancellationToken cancellation)
    {
        method = method.OriginalDefinition;
        if (!_callers.TryGetValue(method, out var callers))
            callers = _callers.GetOrAdd(method, FindCallers(method, cancellation) is { Count: > 0 } here ? here : FindElsewhere(method, cancellation));
        return callers.Count > MostCallers ? null : callers;
    }

    private List<IOperation> FindCallers(IMethodSymbol method, CancellationToken cancellation)
    {
        if (Containers.OnlyFilesFor(method) is { } trees)
            return FindCallers(method, trees, cancellation);
        if (method.MethodKind == MethodKind.Constructor)
            return FindCallers(method, code.Mentioning(method.ContainingType.Name, cancellation), cancellation);
        return _calls.GetOrAdd(method.Name, name => new CallsOfName(CallsIn(code.Mentioning(name, cancellation), name, cancellation))).Of(method);
    }

    private List<IOperation> FindCallers(IMethodSymbol method, IEnumerable<SyntaxTree> trees, CancellationToken cancellation)
    {
        var callers = new List<IOperation>();
        var creates = method.MethodKind == MethodKind.Constructor;
        foreach (var call in CallsIn(trees, method.Name, cancellation, creates ? method.ContainingType.Name : null))
        {
            if (Calls(Called(call)!, method))
                callers.Add(call);
            if (callers.Count > MostCallers)
                break;
        }

        return callers;
    }

    private List<IOperation> FindElsewhere(IMethodSymbol method, CancellationToken cancellation)
    {
        if (Containers.OnlyFilesFor(method) is not null)
            return [];
        var created = method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : null;
        return [.. CallsIn(code.MentioningElsewhere(created ?? method.Name, cancellation), method.Name, cancellation, created)
            .Where(call => code.Here(Called(call)!, cancellation) is { } called && Calls(called, method)).Take(MostCallers + 1)];
    }

    /// <summary>The calls of that name, bound; of object creations only those that may create the type.</summary>
    private IEnumerable<IOperation> CallsIn(IEnumerable<SyntaxTree> trees, string name, CancellationToken cancellation, string? created = null)
    {
        foreach (var tree in trees)
        {
            foreach (var node in created is null ? Occurrences.Calls(tree, name, cancellation) : Occurrences.Creations(tree, cancellation))
            {
                cancellation.ThrowIfCancellationRequested();
                if ((created is null || MayCreate(node, created)) && code.Operation(node, cancellation) is { } operation && Called(operation) is not null)
                    yield return operation is IExpressionStatementOperation statement ? statement.Operation : operation;
            }
        }
    }

    private static bool MayCreate(SyntaxNode node, string type) => node switch
    {
        ObjectCreationExpressionSyntax { Type: var created } => created.ToString().Contains(type),
        _ => true,
    };

    private static IMethodSymbol? Called(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => invocation.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        IExpressionStatementOperation { Operation: IInvocationOperation invocation } => invocation.TargetMethod,
        _ => null,
    };

    private static bool Calls(IMethodSymbol called, IMethodSymbol method)
    {
        called = called.OriginalDefinition;
        if (SymbolEqualityComparer.Default.Equals(called, method))
            return true;
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
            if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, called))
                return true;
        return called.ContainingType is { TypeKind: TypeKind.Interface } contract && CodeReader.Implements(method.ContainingType, contract) && called.Parameters.Length == method.Parameters.Length;
    }

    /// <summary>All calls of one name in the compilation, each bound once whoever asks.</summary>
    private sealed class CallsOfName
    {
        private readonly Dictionary<ISymbol, List<IOperation>> _direct = new(SymbolEqualityComparer.Default);
        private readonly List<IMethodSymbol> _overridable = [];

        public CallsOfName(IEnumerable<IOperation> calls)
        {
            foreach (var call in calls)
            {
                var called = Called(call)!.OriginalDefinition;
                if (!_direct.TryGetValue(called, out var list))
                {
                    _direct.Add(called, list = []);
                    if (called.IsVirtual || called.IsAbstract || called.IsOverride)
                        _overridable.Add(called);
                }

                list.Add(call);
            }
        }

        public List<IOperation> Of(IMethodSymbol method)
        {
            var callers = _direct.TryGetValue(method, out var direct) ? direct : [];
            foreach (var contract in _overridable)
                if (!SymbolEqualityComparer.Default.Equals(contract, method) && Calls(contract, method))
                    callers = [.. callers, .. _direct[contract]];
            return callers;
        }
    }
}
