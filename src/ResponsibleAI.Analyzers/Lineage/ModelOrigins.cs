using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Resolution;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>Reads a model expression back to the training calls it comes from.</summary>
internal sealed class ModelOrigins(ApiCatalog catalog, Definitions definitions)
{
    /// <summary>The save; null when its model was not trained here, as far as that is in sight.</summary>
    public ModelSave? Of(IOperation call, ApiMember member, string kind, ISymbol container, CancellationToken cancellation)
    {
        if ((call is IInvalidOperation ? SavedBy(call, cancellation) : ApiCatalog.Argument(call, member, "model")) is not { } model)
            return null;

        var trainings = new List<IOperation>();
        string? missing = null;
        Collect(new Expression(model, null).Unwrapped, trainings, ref missing, new Trace(cancellation), cancellation);
        return new ModelSave(call, container, Containers.Outermost(container), kind, trainings, missing);
    }

    private void Collect(Expression model, List<IOperation> trainings, ref string? missing, Trace trace, CancellationToken cancellation)
    {
        if (!trace.TryEnter(model, out var reason))
        {
            if (reason != Trace.Circular)
                missing ??= reason;
            return;
        }

        switch (model.Operation)
        {
            case IInvocationOperation call when catalog.Member(call.TargetMethod) is { } member:
                if (member.Role == ApiRole.TrainingCall)
                {
                    if (!trainings.Contains(call))
                        trainings.Add(call);
                }
                else if (member.Role == ApiRole.Composition && ApiCatalog.Argument(call, member, "start") is { } start)
                {
                    Collect(model.With(Expression.Unwrap(start)), trainings, ref missing, trace, cancellation);
                    if (ApiCatalog.Argument(call, member, "estimator") is { } next)
                        Collect(model.With(Expression.Unwrap(next)), trainings, ref missing, trace, cancellation);
                }
                else
                {
                    missing ??= $"what '{call.TargetMethod.Name}' gives";
                }

                break;
            case IObjectCreationOperation creation when IsCollection(creation.Type):
                CollectAll(Lists.Written(model) ?? [], trainings, ref missing, trace, cancellation);
                break;
            case IObjectCreationOperation creation:
                // A network is made first and trained in place.
                trainings.Add(creation);
                break;
            case IInstanceReferenceOperation { Type: INamedTypeSymbol network } when IsNetwork(network):
                // A network that saves itself: whichever was made.
                var made = trainings.Count;
                trainings.AddRange(definitions.Code.Made(network, cancellation));
                if (trainings.Count == made)
                    missing ??= "the model is not made in sight";
                break;
            case IMemberReferenceOperation { Instance: { } instance } member when member.Member.DeclaringSyntaxReferences.IsEmpty && !member.Member.ContainingType.IsTupleType:
                // experiment.BestRun.Model, of which one is a field and the other a property; fold.Model, chain.LastTransformer, task.Result, the value of a dictionary's entry
                Collect(model.With(Expression.Unwrap(instance)), trainings, ref missing, trace, cancellation);
                break;
            case IInvalidOperation { Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var called } } } trained when UnboundCall.IsOldTraining(called) || catalog.IsNameOfTrainingCall(called.Identifier.ValueText):
                trainings.Add(trained);
                break;
            case IConditionalAccessOperation access:
                Collect(model.With(Expression.Unwrap(access.Operation)), trainings, ref missing, trace, cancellation);
                break;
            case IArrayElementReferenceOperation element:
                Collect(model.With(Expression.Unwrap(element.ArrayReference)), trainings, ref missing, trace, cancellation);
                break;
            case IInvocationOperation { Instance: null, TargetMethod: { IsExtensionMethod: false, DeclaringSyntaxReferences.IsEmpty: true, ContainingType: { } factory } } network when Namespaces.RootOf(factory) == "TorchSharp":
                trainings.Add(network);
                break;
            case IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: true, Arguments: [var source, ..], TargetMethod.IsExtensionMethod: true }:
                Collect(model.With(Expression.Unwrap(source.Value)), trainings, ref missing, trace, cancellation);
                break;
            default:
                if (IsCollection(model.Operation.Type) && Puts(model.Operation, cancellation) is { Count: > 0 } puts)
                {
                    CollectAll(puts.Select(model.With), trainings, ref missing, trace, cancellation);
                }
                else if (definitions.Of(model, cancellation) is { } definition)
                {
                    missing ??= definition.Missing;
                    foreach (var value in definition.Values)
                        Collect(value, trainings, ref missing, trace, cancellation);
                }
                else
                {
                    missing ??= "the model is not made in sight";
                }

                break;
        }

        trace.Leave(model);
    }

    /// <summary>What a save that does not bind is given; before version 0.6 a model wrote itself.</summary>
    private IOperation? SavedBy(IOperation call, CancellationToken cancellation) => UnboundCall.Of(call, definitions.Code, cancellation) switch
    {
        { Name: UnboundCall.OldSave, Receiver: { } model } => model,
        { Arguments: [var model, ..] } => model,
        _ => null,
    };

    /// <summary>What is in a collection, of which only the models lead to a training call.</summary>
    private void CollectAll(IEnumerable<Expression> elements, List<IOperation> trainings, ref string? missing, Trace trace, CancellationToken cancellation)
    {
        var before = trainings.Count;
        string? notSeen = null;
        foreach (var element in elements)
            foreach (var part in element.Operation is ITupleOperation tuple ? tuple.Elements.Select(element.With) : [element])
                if (part.Operation.Type is { IsValueType: false, SpecialType: SpecialType.None })
                    Collect(part.Unwrapped, trainings, ref notSeen, trace, cancellation);
        if (trainings.Count == before)
            missing ??= notSeen ?? "no model is put into the collection in sight";
    }

    private List<IOperation> Puts(IOperation collection, CancellationToken cancellation) => collection switch
    {
        ILocalReferenceOperation local => [.. Contents.Of(local).Select(Expression.Unwrap)],
        IMemberReferenceOperation { Member.DeclaringSyntaxReferences.IsEmpty: false } member => [.. definitions.Code.Puts(member.Member, cancellation)],
        _ => [],
    };

    private static bool IsNetwork(INamedTypeSymbol type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
            if (Namespaces.RootOf(at) == "TorchSharp")
                return true;
        return false;
    }

    private static bool IsCollection(ITypeSymbol? type) =>
        Lists.IsDictionary(type) || type is INamedTypeSymbol { Name: "List" or "IList" or "ICollection" or "IReadOnlyList" or "ConcurrentBag" or "HashSet" or "Queue" or "Stack", Arity: 1, DeclaringSyntaxReferences.IsEmpty: true };
}
