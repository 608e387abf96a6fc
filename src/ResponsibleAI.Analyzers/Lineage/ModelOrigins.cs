using Microsoft.CodeAnalysis;
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
    public ModelSave? Of(IInvocationOperation call, ApiMember member, string kind, ISymbol container, CancellationToken cancellation)
    {
        if (ApiCatalog.Argument(call, member, "model") is not { } model)
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
            case IObjectCreationOperation creation:
                // A network is made first and trained in place.
                trainings.Add(creation);
                break;
            case IMemberReferenceOperation { Instance: { } instance, Member: (IPropertySymbol or IFieldSymbol) and { DeclaringSyntaxReferences.IsEmpty: true, ContainingType.IsTupleType: false } }:
                // experiment.BestRun.Model, of which one is a field and the other a property; fold.Model, chain.LastTransformer, task.Result
                Collect(model.With(Expression.Unwrap(instance)), trainings, ref missing, trace, cancellation);
                break;
            case IConditionalAccessOperation { Operation: { } asked, WhenNotNull: IMemberReferenceOperation or IConditionalAccessOperation }:
                Collect(model.With(Expression.Unwrap(asked)), trainings, ref missing, trace, cancellation);
                break;
            case IArrayElementReferenceOperation element:
                Collect(model.With(Expression.Unwrap(element.ArrayReference)), trainings, ref missing, trace, cancellation);
                break;
            case IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: true, Arguments: [var source, ..], TargetMethod.IsExtensionMethod: true }:
                Collect(model.With(Expression.Unwrap(source.Value)), trainings, ref missing, trace, cancellation);
                break;
            default:
                if (definitions.Of(model, cancellation) is { } definition)
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
}
