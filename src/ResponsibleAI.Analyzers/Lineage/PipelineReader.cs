using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Resolution;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>Reads an estimator expression back into its stages, through variables, members, helper methods and branches.</summary>
internal sealed class PipelineReader(ApiCatalog catalog, Definitions definitions)
{
    private const int MostChains = 8;

    private readonly ConcurrentDictionary<IOperation, List<Chain>> _known = new();

    /// <summary>Every way the estimator may be built, at least one.</summary>
    public IReadOnlyList<Chain> Estimator(Expression estimator, CancellationToken cancellation)
    {
        estimator = estimator.Unwrapped;
        if (estimator.Frame is null && _known.TryGetValue(estimator.Operation, out var known))
            return known;

        // Only what was not entered from a particular caller is the same for everyone who asks.
        var chains = Read(estimator, new Trace(cancellation), cancellation);
        return estimator.Frame is null ? _known.GetOrAdd(estimator.Operation, chains) : chains;
    }

    /// <summary>The pipelines a transformer was fitted from.</summary>
    public List<Chain> Transformer(Expression transformer, CancellationToken cancellation) =>
        ReadTransformer(transformer.Unwrapped, new Trace(cancellation), cancellation);

    private List<Chain> Read(Expression expression, Trace trace, CancellationToken cancellation)
    {
        if (expression.Operation.ConstantValue is { HasValue: true, Value: null })
            return [];
        if (!trace.TryEnter(expression, out var reason))
            return reason == Trace.Circular ? [] : [new Chain([], reason)];

        var chains = Answer(expression, trace, cancellation);
        trace.Leave(expression);
        return chains;
    }

    private List<Chain> Answer(Expression expression, Trace trace, CancellationToken cancellation)
    {
        var operation = expression.Operation;
        if (operation is IInvocationOperation invocation)
        {
            var member = catalog.Member(invocation.TargetMethod);
            switch (member?.Role)
            {
                case ApiRole.Composition:
                    return Compose(invocation, member, expression.Frame, trace, cancellation);
                case ApiRole.Transform or ApiRole.Trainer:
                    return [new Chain([new Stage(invocation.TargetMethod.Name, expression, Stronger(member, invocation.Type))], null)];
            }

            if (invocation is { Type.TypeKind: TypeKind.Class, TargetMethod.DeclaringSyntaxReferences.IsEmpty: true } && catalog.Convention(invocation.Type) is { } convention)
                return [new Chain([new Stage(invocation.TargetMethod.Name, expression, convention)], null)];
        }

        if (UnboundCall.Of(operation, definitions.Code, cancellation) is { Name: "Append" or "AppendCacheCheckpoint", Receiver: { } before } append)
            return Compose(expression, before, append.Arguments, trace, cancellation);
        if (operation is IObjectCreationOperation { Type: { } created } creation)
        {
            if (creation.Constructor is { } constructor && catalog.Member(constructor) is { Role: ApiRole.Composition } made)
                return Compose(creation, made, expression.Frame, trace, cancellation);
            if (created.Name == "EstimatorChain")
                return [Chain.Empty];
            if (catalog.IsEstimator(created))
                return [new Chain([new Stage(created.Name, expression, created.DeclaringSyntaxReferences.IsEmpty ? catalog.Convention(created) : null)], null)];
        }

        if ((Made(expression, cancellation) ?? definitions.Of(expression, cancellation)) is not { } definition)
            return [new Chain([], operation is IInvocationOperation call ? $"what '{call.TargetMethod.Name}' builds" : UnboundCall.Reason(operation, cancellation) ?? "the pipeline is computed")];

        var chains = new List<Chain>();
        foreach (var value in definition.Values)
            foreach (var chain in Read(value, trace, cancellation))
                AddBounded(chains, chain);
        if ((definition.Missing ?? (chains.Count == 0 ? Nothing(operation) : null)) is { } missing)
        {
            // The stage's own type still says whether it trains.
            chains.Add(catalog.Convention(operation.Type) is { Role: ApiRole.Trainer } trainer
                ? new Chain([new Stage(operation.Type!.Name, expression, trainer)], missing)
                : new Chain([], missing));
        }

        return chains;
    }

    /// <summary>Why nothing is known to build it, where something must.</summary>
    private string? Nothing(IOperation operation) => operation switch
    {
        // Elements whose type says that they train are known by that.
        ILocalReferenceOperation or IMemberReferenceOperation or IParameterReferenceOperation when Lists.IsList(operation.Type) =>
            catalog.Convention(((INamedTypeSymbol)operation.Type!).TypeArguments[0]) is { Role: ApiRole.Trainer } ? null : "no estimator in the collection is in sight",
        _ => catalog.Convention(operation.Type) is { Role: ApiRole.Trainer } ? "which trainer it is" : null,
    };

    /// <summary>The elements of an array, or what a function that makes an estimator returns.</summary>
    private Definition? Made(Expression expression, CancellationToken cancellation) =>
        (definitions.Code.ReturnsOf(expression, cancellation) ?? Lists.Written(expression)) is { } made ? new Definition(made) : null;

    private List<Chain> Compose(IOperation call, ApiMember member, Frame? frame, Trace trace, CancellationToken cancellation)
    {
        var start = ApiCatalog.Argument(call, member, "start");
        var estimator = ApiCatalog.Argument(call, member, "estimator");
        if (start is null && estimator is null && call is IInvocationOperation { Instance: null, Arguments.Length: >= 2 } invocation)
        {
            // An overload that names them otherwise: an extension's receiver comes first.
            (start, estimator) = (invocation.Arguments[0].Value, invocation.Arguments[1].Value);
        }

        var first = start is null ? [Chain.Empty] : Read(new Expression(Expression.Unwrap(start), frame), trace, cancellation);
        if (estimator is null)
            return first;

        return Joined(first, Read(new Expression(Expression.Unwrap(estimator), frame), trace, cancellation));
    }

    /// <summary>An Append that does not bind, since something in it does not.</summary>
    private List<Chain> Compose(Expression append, IOperation start, IReadOnlyList<IOperation> arguments, Trace trace, CancellationToken cancellation)
    {
        var first = Read(append.With(start), trace, cancellation);
        return arguments.Count == 0 ? first : Joined(first, Read(append.With(arguments[0]), trace, cancellation));
    }

    private static List<Chain> Joined(List<Chain> first, List<Chain> second)
    {
        if (first.Count == 0)
            return second;
        var chains = new List<Chain>();
        foreach (var left in first)
            foreach (var right in second)
                AddBounded(chains, left.Then(right));
        return chains;
    }

    private List<Chain> ReadTransformer(Expression expression, Trace trace, CancellationToken cancellation)
    {
        if (expression.Operation.ConstantValue is { HasValue: true, Value: null })
            return [];
        if (!trace.TryEnter(expression, out var reason))
            return reason == Trace.Circular ? [] : [new Chain([], reason)];

        try
        {
            if (expression.Operation is IInvocationOperation invocation && catalog.Member(invocation.TargetMethod) is { } member)
            {
                if (member.Role == ApiRole.TrainingCall && ApiCatalog.Argument(invocation, member, "estimator") is { } estimator)
                    return [.. Estimator(new Expression(estimator, expression.Frame), cancellation)];
                if (member.Role == ApiRole.Composition && ApiCatalog.Argument(invocation, member, "start") is { } start)
                {
                    var first = ReadTransformer(new Expression(start, expression.Frame).Unwrapped, trace, cancellation);
                    return ApiCatalog.Argument(invocation, member, "estimator") is not { } next
                        ? first
                        : [.. first.SelectMany(left => ReadTransformer(new Expression(next, expression.Frame).Unwrapped, trace, cancellation).Select(left.Then)).Take(MostChains)];
                }

                return [new Chain([], $"what '{invocation.TargetMethod.Name}' gives")];
            }

            if (definitions.Of(expression, cancellation) is not { } definition)
                return [new Chain([], "the transformer is not made in sight")];

            var chains = definition.Values.SelectMany(value => ReadTransformer(value, trace, cancellation)).Take(MostChains).ToList();
            if (definition.Missing is { } missing)
                chains.Add(new Chain([], missing));
            return chains;
        }
        finally
        {
            trace.Leave(expression);
        }
    }

    /// <summary>When there are too many ways, the last one kept says that others were left out.</summary>
    private static void AddBounded(List<Chain> chains, Chain chain)
    {
        if (chains.Count < MostChains)
            chains.Add(chain);
        else if (chains[MostChains - 1] is { Missing: null } last)
            chains[MostChains - 1] = last with { Missing = "there are too many ways to build the pipeline" };
    }

    /// <summary>A factory listed as a transform may still return a trainer.</summary>
    private ApiMember Stronger(ApiMember member, ITypeSymbol? type) =>
        member.Role == ApiRole.Trainer || catalog.Convention(type) is not { Role: ApiRole.Trainer } convention ? member : convention;
}
