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
    private const int DeepestMethod = 3;

    /// <param name="given">The arguments.</param>
    /// <param name="whole">Whether rows and parameters count as they are, and not only their members.</param>
    public static IReadOnlyList<IOperation> Of(IEnumerable<IOperation> given, bool whole) => new Walk(null, default).Of(given, whole);

    /// <summary>The same, with what methods of this compilation make of what they are given.</summary>
    public static IReadOnlyList<IOperation> Of(IEnumerable<IOperation> given, CodeReader code, CancellationToken cancellation) => new Walk(code, cancellation).Of(given, whole: true);

    private sealed class Walk(CodeReader? code, CancellationToken cancellation)
    {
        private readonly List<IOperation> _values = [];

        public List<IOperation> Of(IEnumerable<IOperation> given, bool whole)
        {
            foreach (var argument in given)
                Collect(argument, null, whole, 0);
            return _values;
        }

        /// <summary>Members whose value is passed on unchanged or as text; with <paramref name="whole"/>, as inside a serializer, whole rows too.</summary>
        private void Collect(IOperation operation, Frame? frame, bool whole, int depth)
        {
            if (depth > Deepest || _values.Count >= MostValues)
                return;
            operation = Expression.Unwrap(operation);
            switch (operation)
            {
                case IPropertyReferenceOperation { Instance: not null, Property.IsIndexer: false } or IFieldReferenceOperation { Instance: not null }:
                    _values.Add(operation);
                    break;
                case ILocalReferenceOperation local:
                    if (whole)
                        _values.Add(local);
                    foreach (var write in BodyIndex.Of(local).Writes(local.Local))
                        if (write.Kind == WriteKind.Value || (whole && write.Kind == WriteKind.Element && local.Type?.SpecialType == SpecialType.System_String))
                            Into(write.Value);
                    if (local.Type is INamedTypeSymbol { Name: "List" or "StringBuilder" })
                        foreach (var put in Contents.Of(local))
                            Into(put);
                    break;
                case IParameterReferenceOperation { Parameter: { ContainingSymbol: var entered } parameter } when frame is not null && SymbolEqualityComparer.Default.Equals(entered.OriginalDefinition, frame.Method):
                    if (frame.Argument(parameter) is { } argument)
                        Collect(argument.Operation, argument.Frame, whole, depth + 1);
                    break;
                case IParameterReferenceOperation when whole:
                    _values.Add(operation);
                    break;
                case IConditionalAccessOperation access:
                    Into(access.WhenNotNull);
                    break;
                case IConditionalAccessInstanceOperation:
                    for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
                        if (outer is IConditionalAccessOperation { Operation: var asked })
                        {
                            Into(asked);
                            break;
                        }

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
                    foreach (var part in Contents.Of(creation))
                        Into(part);
                    break;
                case IInvalidOperation { Syntax: BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "JsonConvert" } } } }:
                    foreach (var part in operation.ChildOperations)
                        Into(part);
                    break;
                case IObjectOrCollectionInitializerOperation initializer:
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
                    CollectCall(call, frame, whole, depth);
                    break;
                case IDelegateCreationOperation { Target: IAnonymousFunctionOperation function }:
                    Into(function);
                    break;
                case IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var method } }:
                    Made(method, operation, null);
                    break;
                case IAnonymousFunctionOperation lambda:
                    foreach (var statement in lambda.Body.Operations)
                        if (statement is IReturnOperation { ReturnedValue: { } value })
                            Into(value);
                    break;
            }

            void Into(IOperation part) => Collect(part, frame, whole, depth + 1);

            void Made(IMethodSymbol method, IOperation call, Frame? caller) => CollectMade(method, call, caller, whole, depth);
        }

        private void CollectCall(IInvocationOperation call, Frame? frame, bool whole, int depth)
        {
            var (name, type) = (call.TargetMethod.Name, call.TargetMethod.ContainingType);
            if (Sinks.IsSerializer(type) && call.Arguments.Length > 0)
                Collect(call.Arguments[0].Value, frame, true, depth + 1);
            else if (type.SpecialType == SpecialType.System_String && call.Instance is null && name is "Format" or "Concat" or "Join")
                foreach (var argument in call.Arguments)
                    Collect(argument.Value, frame, whole, depth + 1);
            else if (call.Instance is { } instance && (name == "ToString" || type.SpecialType == SpecialType.System_String || (type.Name == "Encoding" && name == "GetBytes")))
                Collect(type.Name == "Encoding" ? call.Arguments[0].Value : instance, frame, whole, depth + 1);
            else if (IsQuery(type) && name is "Select" or "SelectMany")
                Collect(call.Arguments[1].Value, frame, whole, depth + 1);
            else if (IsQuery(type) && name is "ToList" or "ToArray" or "ToListAsync" or "ToArrayAsync" or "AsEnumerable" or "Take" or "Skip" or "Where" or "OrderBy" or "Append" or "Prepend" && call.Arguments.Length > 0)
                Collect(call.Arguments[0].Value, frame, whole, depth + 1);
            else if (!call.TargetMethod.DeclaringSyntaxReferences.IsEmpty || call.TargetMethod.MethodKind == MethodKind.LocalFunction)
                CollectMade(call.TargetMethod, call, frame, whole, depth);
        }

        /// <summary>What a method of this compilation returns, made of what it is given.</summary>
        private void CollectMade(IMethodSymbol method, IOperation call, Frame? caller, bool whole, int depth)
        {
            if (code is null || caller is { Depth: > DeepestMethod })
                return;
            method = (method.ReducedFrom ?? method).OriginalDefinition;
            foreach (var returned in code.Returns(method, cancellation))
                Collect(returned, new Frame(method, call, caller), whole, depth + 1);
        }

        private static bool IsQuery(INamedTypeSymbol type) => type.Name is "Enumerable" or "Queryable" or "EntityFrameworkQueryableExtensions";
    }
}
