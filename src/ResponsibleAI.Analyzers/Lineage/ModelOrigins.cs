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
                else if (member.Role == ApiRole.Server && ApiCatalog.Argument(call, member, "model") is { } served)
                {
                    Collect(model.With(Expression.Unwrap(served)), trainings, ref missing, trace, cancellation);
                }
                else
                {
                    missing ??= $"what '{call.TargetMethod.Name}' gives";
                }

                break;
            case IInvocationOperation { Instance: null, TargetMethod: { IsExtensionMethod: false, DeclaringSyntaxReferences.IsEmpty: true, ContainingType: { } factory } } network when Namespaces.RootOf(factory) == "TorchSharp":
                trainings.Add(network);
                break;
            case IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: true } or IInvalidOperation when model.Operation.Type is INamedTypeSymbol product && catalog.IsTrainedInPlace(product):
                trainings.Add(model.Operation); // keras.Model(inputs, outputs)
                break;
            case IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: true, MethodKind: not MethodKind.LocalFunction } } call when Awaited.Of(call) is not { Count: > 0 }:
                // candidates.MaxBy(…), queue.Dequeue(), Task.WhenAll(tasks), trainers.Select(trainer => trainer.Fit(data)): what it gives is among what it is given
                CollectAny(call.Instance is { } queried ? [queried, .. call.Arguments] : call.Arguments, model, trainings, ref missing, trace, cancellation);
                break;
            case IObjectCreationOperation creation:
                string? notKept = null;
                CollectAny(Contents.Of(creation), model, trainings, ref notKept, trace, cancellation);
                if (IsOfLibrary(creation.Type))
                    trainings.Add(creation); // a network is made first and trained in place
                else
                    missing ??= notKept;
                break;
            case IDelegateCreationOperation or IAnonymousFunctionOperation when definitions.Code.ReturnsOf(model, cancellation) is { } returned:
                CollectAny(returned, trainings, ref missing, trace, cancellation);
                break;
            case IInstanceReferenceOperation { Type: INamedTypeSymbol network } when ValueFlow.IsNetwork(network):
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
            default:
                CollectHeld(model, trainings, ref missing, trace, cancellation);
                break;
        }

        trace.Leave(model);
    }

    /// <summary>What the variable or member that holds the model is given, what is put into it, or else what the expression is made of.</summary>
    private void CollectHeld(Expression model, List<IOperation> trainings, ref string? missing, Trace trace, CancellationToken cancellation)
    {
        if (definitions.Of(model, cancellation) is not { } definition)
        {
            CollectAny(model.Operation.ChildOperations, model, trainings, ref missing, trace, cancellation);
            return;
        }

        var put = Contents.Of(model, definitions.Code, cancellation).ToList();
        if (put.Count > 0)
        {
            CollectAny([.. definition.Values, .. put], trainings, ref missing, trace, cancellation);
        }
        else if (definition.Values.Count == 0 && model.Operation is IMemberReferenceOperation { Instance: { } holder and not IInstanceReferenceOperation })
        {
            // Nothing assigns the property of a record: what the record is made with.
            CollectAny([holder], model, trainings, ref missing, trace, cancellation);
        }
        else
        {
            missing ??= definition.Missing;
            foreach (var value in definition.Values)
                Collect(value, trainings, ref missing, trace, cancellation);

            // Who saves a part of a network saves what the network was trained on.
            if (model.Operation is IMemberReferenceOperation { Instance: { Type: INamedTypeSymbol whole } network } && ValueFlow.IsNetwork(whole))
                Collect(model.With(Expression.Unwrap(network)), trainings, ref missing, trace, cancellation);
        }
    }

    /// <summary>What a save that does not bind is given; before version 0.6 a model wrote itself.</summary>
    private IOperation? SavedBy(IOperation call, CancellationToken cancellation) => UnboundCall.Of(call, definitions.Code, cancellation) switch
    {
        { Name: UnboundCall.OldSave, Receiver: { } model } => model,
        { Arguments: [var model, ..] } => model,
        _ => null,
    };

    private void CollectAny(IEnumerable<IOperation> parts, Expression whole, List<IOperation> trainings, ref string? missing, Trace trace, CancellationToken cancellation) =>
        CollectAny(parts.Select(whole.With), trainings, ref missing, trace, cancellation);

    /// <summary>Of several things that may be or hold the model only those count that lead to a training call; something is missing when none does.</summary>
    private void CollectAny(IEnumerable<Expression> parts, List<IOperation> trainings, ref string? missing, Trace trace, CancellationToken cancellation)
    {
        var before = trainings.Count;
        string? notSeen = null;
        foreach (var part in parts)
            if (part.Unwrapped is var inner && MayHold(inner.Operation.Type))
                Collect(inner, trainings, ref notSeen, trace, cancellation);
        if (trainings.Count == before)
            missing ??= notSeen ?? "the model is not made in sight";
    }

    /// <summary>Names, numbers and contexts neither are nor hold a model.</summary>
    private static bool MayHold(ITypeSymbol? type) => type is not ({ SpecialType: not SpecialType.None } or { TypeKind: TypeKind.Enum } or { Name: "MLContext" });

    /// <summary>Whether an object of the type may be a model, as one of a library or of a class derived from a library's. What only holds others is the platform's or the program's own.</summary>
    private static bool IsOfLibrary(ITypeSymbol? type)
    {
        for (var at = type as INamedTypeSymbol; at is not null; at = at.BaseType)
            if (at.DeclaringSyntaxReferences.IsEmpty && Namespaces.RootOf(at) != "System")
                return true;
        return false;
    }
}
