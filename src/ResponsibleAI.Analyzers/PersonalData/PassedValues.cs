using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>What a call is given: members of rows, as they are or as a part of a text, and whole rows.</summary>
internal static class PassedValues
{
    private const int Deepest = 24;
    private const int MostValues = 64;

    /// <param name="given">The arguments.</param>
    /// <param name="whole">Whether rows and parameters count as they are, and not only their members.</param>
    public static IReadOnlyList<IOperation> Of(IEnumerable<IOperation> given, bool whole)
    {
        var values = new List<IOperation>();
        foreach (var argument in given)
            Collect(argument, whole, 0, values);
        return values;
    }

    /// <summary>Members whose value is passed on unchanged or as text; with <paramref name="whole"/>, as inside a serializer, whole rows too.</summary>
    private static void Collect(IOperation operation, bool whole, int depth, List<IOperation> values)
    {
        if (depth > Deepest || values.Count >= MostValues)
            return;
        operation = Expression.Unwrap(operation);
        switch (operation)
        {
            case IPropertyReferenceOperation { Instance: not null, Property.IsIndexer: false } or IFieldReferenceOperation { Instance: not null }:
                values.Add(operation);
                break;
            case ILocalReferenceOperation local:
                if (whole)
                    values.Add(local);
                foreach (var write in BodyIndex.Of(local).Writes(local.Local))
                    if (write.Kind == WriteKind.Value)
                        Into(write.Value);
                if (local.Type is INamedTypeSymbol { Name: "List" })
                    foreach (var put in Contents.Of(local))
                        Into(put);
                break;
            case IParameterReferenceOperation when whole:
                values.Add(operation);
                break;
            case IInterpolatedStringOperation text:
                foreach (var part in text.Parts)
                    if (part is IInterpolationOperation hole)
                        Into(hole.Expression);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                Into(sum.LeftOperand);
                Into(sum.RightOperand);
                break;
            case IConditionalOperation { WhenFalse: { } whenFalse } choice:
                Into(choice.WhenTrue);
                Into(whenFalse);
                break;
            case ICoalesceOperation coalesce:
                Into(coalesce.Value);
                Into(coalesce.WhenNull);
                break;
            case IArrayCreationOperation { Initializer: { } elements }:
                foreach (var element in elements.ElementValues)
                    Into(element);
                break;
            case IObjectCreationOperation creation:
                foreach (var argument in creation.Arguments)
                    Into(argument.Value);
                if (creation.Initializer is { } initializer)
                    foreach (var setting in initializer.Initializers)
                        Into(setting);
                break;
            case IAnonymousObjectCreationOperation creation:
                foreach (var setting in creation.Initializers)
                    Into(setting);
                break;
            case { Syntax: CollectionExpressionSyntax } and not IInvocationOperation:
                foreach (var element in operation.ChildOperations)
                    Into(element);
                break;
            case IInvocationOperation call:
                CollectCall(call, whole, depth, values);
                break;
            case IDelegateCreationOperation { Target: IAnonymousFunctionOperation function }:
                Into(function);
                break;
            case IAnonymousFunctionOperation lambda:
                foreach (var statement in lambda.Body.Operations)
                    if (statement is IReturnOperation { ReturnedValue: { } value })
                        Into(value);
                break;
        }

        void Into(IOperation part) => Collect(part, whole, depth + 1, values);
    }

    private static void CollectCall(IInvocationOperation call, bool whole, int depth, List<IOperation> values)
    {
        var (name, type) = (call.TargetMethod.Name, call.TargetMethod.ContainingType);
        if (Sinks.IsSerializer(type) && call.Arguments.Length > 0)
            Collect(call.Arguments[0].Value, true, depth + 1, values);
        else if (type.SpecialType == SpecialType.System_String && call.Instance is null && name is "Format" or "Concat" or "Join")
            foreach (var argument in call.Arguments)
                Collect(argument.Value, whole, depth + 1, values);
        else if (call.Instance is { } instance && (name == "ToString" || type.SpecialType == SpecialType.System_String || (type.Name == "Encoding" && name == "GetBytes")))
            Collect(type.Name == "Encoding" ? call.Arguments[0].Value : instance, whole, depth + 1, values);
        else if (IsQuery(type) && name is "Select" or "SelectMany")
            Collect(call.Arguments[1].Value, whole, depth + 1, values);
        else if (IsQuery(type) && name is "ToList" or "ToArray" or "ToListAsync" or "ToArrayAsync" or "AsEnumerable" or "Take" or "Skip" or "Where" or "OrderBy" or "Append" or "Prepend" && call.Arguments.Length > 0)
            Collect(call.Arguments[0].Value, whole, depth + 1, values);
    }

    private static bool IsQuery(INamedTypeSymbol type) => type.Name is "Enumerable" or "Queryable" or "EntityFrameworkQueryableExtensions";
}
