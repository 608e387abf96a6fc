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
    private readonly ConcurrentDictionary<Look, CallsOfLook> _calls = new();

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
        var look = Look.Of(method);
        if (Containers.OnlyFilesFor(method) is { } trees)
            return FindCallers(method, look, trees, cancellation);
        if (method.MethodKind == MethodKind.Constructor)
            return FindCallers(method, look, code.Mentioning(method.ContainingType.Name, cancellation), cancellation);
        return (_calls.TryGetValue(look, out var known) ? known : _calls.GetOrAdd(look, new CallsOfLook(CallsIn(code.Mentioning(look.Name, cancellation), look, cancellation)))).Of(method);
    }

    private List<IOperation> FindCallers(IMethodSymbol method, Look look, IEnumerable<SyntaxTree> trees, CancellationToken cancellation)
    {
        var callers = new List<IOperation>();
        var creates = method.MethodKind == MethodKind.Constructor;
        foreach (var (call, called) in CallsIn(trees, look, cancellation, creates ? method.ContainingType.Name : null))
        {
            if (Calls(called, method))
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
        return [.. CallsIn(code.MentioningElsewhere(created ?? method.Name, cancellation), Look.Of(method), cancellation, created)
            .Where(found => code.Here(found.Called, cancellation) is { } called && Calls(called, method)).Select(static found => found.Call).Take(MostCallers + 1)];
    }

    /// <summary>The calls of that look, bound; of object creations only those that may create the type.</summary>
    private IEnumerable<(IOperation Call, IMethodSymbol Called)> CallsIn(IEnumerable<SyntaxTree> trees, Look look, CancellationToken cancellation, string? created = null)
    {
        foreach (var tree in trees)
        {
            foreach (var node in created is null ? Occurrences.Calls(tree, look.Name, cancellation) : Occurrences.Creations(tree, cancellation))
            {
                cancellation.ThrowIfCancellationRequested();
                if (look.Fits(node) && (created is null || MayCreate(node, created)) && code.Operation(node, cancellation) is { } operation)
                {
                    var call = operation is IExpressionStatementOperation statement ? statement.Operation : operation;
                    if (Called(call, cancellation) is { } called)
                        yield return (call, called);
                }
            }
        }
    }

    private static bool MayCreate(SyntaxNode node, string type) => node switch
    {
        ObjectCreationExpressionSyntax { Type: var created } => created.ToString().Contains(type),
        _ => true,
    };

    private static IMethodSymbol? Called(IOperation call, CancellationToken cancellation) => call switch
    {
        IInvocationOperation invocation => invocation.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        IInvalidOperation { Syntax: InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax } unbound => MeantMethods.Of(unbound, cancellation),
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

    /// <summary>What a call of a method looks like: its name and how many arguments it gives. One that looks otherwise is not bound.</summary>
    private sealed record Look(string Name, int Fewest, int Most)
    {
        public static Look Of(IMethodSymbol method)
        {
            // Through what it overrides or implements it may be called with other defaults.
            if (method.IsOverride || method.ContainingType.AllInterfaces.Any(contract => !contract.GetMembers(method.Name).IsEmpty))
                return new Look(method.Name, 0, int.MaxValue);

            var (fewest, most) = (method.IsExtensionMethod ? -1 : 0, method.Parameters.Length);
            foreach (var parameter in method.Parameters)
            {
                if (parameter.IsParams)
                    most = int.MaxValue;
                else if (!parameter.IsOptional)
                    fewest++;
            }

            return new Look(method.Name, fewest, most);
        }

        public bool Fits(SyntaxNode call)
        {
            var given = call switch
            {
                InvocationExpressionSyntax invocation => invocation.ArgumentList,
                BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
                ConstructorInitializerSyntax initializer => initializer.ArgumentList,
                _ => null,
            };
            return (given?.Arguments.Count ?? 0) is var count && count >= Fewest && count <= Most;
        }
    }

    /// <summary>All calls of one look in the compilation, each bound once whoever asks.</summary>
    private sealed class CallsOfLook
    {
        private readonly Dictionary<ISymbol, List<IOperation>> _direct = new(SymbolEqualityComparer.Default);
        private readonly List<IMethodSymbol> _overridable = [];

        public CallsOfLook(IEnumerable<(IOperation Call, IMethodSymbol Called)> calls)
        {
            foreach (var (call, method) in calls)
            {
                var called = method.OriginalDefinition;
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
