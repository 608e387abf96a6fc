using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.Lineage;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>Personal values of rows that are trained on do not leave by a log, a file, a web service or an AI service. On the console they are a message only.</summary>
/// <remarks>
/// Narrow by design: the value itself has to be passed, and its row has to be traced to the training data. What is computed from rows,
/// predictions, samples written out in code and rows of unknown origin are no finding.
/// </remarks>
internal static class RAI1007TrainingDataStays
{
    private const int Deepest = 24;
    private const int MostValues = 64;
    private const string AnyPersonal = "user";

    public static void Check(LeavingCall leaving, TrainingRows rows, RuleContext context, Action<CodeFinding> report, CancellationToken cancellation)
    {
        var (call, container, sink) = leaving;
        var found = new List<(LoadedColumn Column, PersonalColumn Personal, DatasetLoad Load)>();
        var given = call.TargetMethod.IsExtensionMethod && call.Instance is null ? call.Arguments.Skip(1) : call.Arguments;
        var values = new List<IOperation>();
        foreach (var argument in given)
            Collect(argument.Value, sink is Sinks.WebService or Sinks.AiService, 0, values);
        foreach (var value in values)
            Add(value);
        if (found.Count == 0)
            return;

        var names = found.Select(static value => $"'{value.Column.Display}' ({value.Personal.Category}, by {value.Personal.Evidence})").Distinct().ToList();
        report(new CodeFinding
        {
            Rule = RuleCatalog.TrainingDataStays,
            Kind = FindingKind.Violation,
            IsMinor = sink == Sinks.Console,
            Message = $"{string.Join(", ", names.Take(3))}{(names.Count > 3 ? $" and {names.Count - 3} more personal values" : "")} of the training data {(names.Count == 1 ? "goes" : "go")} to {sink} through '{call.TargetMethod.Name}'",
            Location = Places.Of(call),
            Hops = [found[0].Load.Location],
            Container = container,
            Subject = $"{sink}:{string.Join(",", found.Select(static value => value.Column.Display).Distinct().OrderBy(static name => name, StringComparer.Ordinal))}",
            Facts = [("sink", sink), ("columns", string.Join("|", found.Select(static value => $"{value.Column.Display}={value.Personal.Category}").Distinct())), ("card", context.Cards.CardOf(found[0].Load)?.Id)],
        });

        void Add(IOperation value)
        {
            if (value is IMemberReferenceOperation { Instance: { } instance } member)
            {
                foreach (var load in rows.Of(instance, cancellation))
                    foreach (var column in load.Schema.Columns)
                        if (SymbolEqualityComparer.Default.Equals(column.Member, member.Member) && context.Personal(column, load) is { } personal)
                            found.Add((column, personal, load));
            }
            else
            {
                foreach (var load in rows.Of(value, cancellation))
                    foreach (var column in load.Schema.Columns)
                        if (context.Personal(column, load) is { } personal)
                            found.Add((column, personal, load));
            }
        }
    }

    /// <summary>A personal value that is embedded or kept in a vector store. Whether the model that embeds it runs here or at a third party is not in sight, so a human has to answer; a declared purpose does.</summary>
    public static void CheckEmbedded(IOperation call, string name, IOperation given, ISymbol container, RuleContext context, Action<CodeFinding> report)
    {
        if (context.Purposes.For(container).Count > 0)
            return;
        var values = new List<IOperation>();
        Collect(given, true, 0, values);
        var names = new List<string>();
        foreach (var value in values)
        {
            if (value is IMemberReferenceOperation { Instance.Type: INamedTypeSymbol row } member && value.Type is not INamedTypeSymbol { IsGenericType: true })
                Add(row, column => SymbolEqualityComparer.Default.Equals(column.Member, member.Member));
            else if (RowOf(value.Type) is { } rows)
                Add(rows, static column => column.Personal!.Category != AnyPersonal);
        }

        if (names.Count == 0)
            return;
        report(new CodeFinding
        {
            Rule = RuleCatalog.TrainingDataStays,
            Kind = FindingKind.NeedsReview,
            Message = $"{string.Join(", ", names.Take(3))}{(names.Count > 3 ? $" and {names.Count - 3} more personal values" : "")} {(names.Count == 1 ? "goes" : "go")} into an embedding or a vector store through '{name}'; no purpose is declared, and who runs the model cannot be seen",
            Location = Places.Of(call),
            Container = container,
            Subject = $"embedding:{string.Join(",", names)}",
            Facts = [("sink", "embedding"), ("columns", string.Join("|", names))],
        });

        void Add(INamedTypeSymbol row, Func<RowColumn, bool> isMeant)
        {
            if (row.SpecialType != SpecialType.None || row.DeclaringSyntaxReferences.IsEmpty)
                return;
            var assessment = context.Assess(row);
            foreach (var column in assessment.Columns)
                if (column.Personal is { } personal && (assessment.AboutPeople == true || personal.Layer <= DecidingLayer.StrictName) && isMeant(column)
                    && $"'{row.Name}.{column.Member?.Name ?? column.Column}' ({personal.Category}, by {personal.Evidence})" is var told && !names.Contains(told))
                    names.Add(told);
        }
    }

    /// <summary>The row type of an object or of a collection of them.</summary>
    private static INamedTypeSymbol? RowOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { ElementType: INamedTypeSymbol element } => element,
        INamedTypeSymbol { TypeArguments: [INamedTypeSymbol element] } => element,
        INamedTypeSymbol { TypeArguments.IsEmpty: true } row => row,
        _ => null,
    };

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
