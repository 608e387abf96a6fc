using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>Reads one setting of an options object, from its initializer or from assignments to the variable, field or property that holds it.</summary>
internal static class OptionsReader
{
    private const int DeepestHolder = 8;

    /// <summary>The value the setting was given in sight; null when it was given none.</summary>
    public static Expression? Value(Expression options, string setting, Definitions definitions, CancellationToken cancellation)
    {
        for (var depth = 0; depth < DeepestHolder; depth++)
        {
            if (options.Operation is IObjectCreationOperation creation)
            {
                return RowSchemas.Named(creation, setting, setting) is { ConstantValue: not { HasValue: true, Value: null } } value ? options.With(value).Unwrapped : null;
            }

            if (options.Operation is ILocalReferenceOperation local && Assigned(local, setting) is { } assigned)
                return options.With(assigned).Unwrapped;
            if (options.Operation is IFieldReferenceOperation or IPropertyReferenceOperation
                && definitions.Code.Settings(((IMemberReferenceOperation)options.Operation).Member, setting, cancellation).LastOrDefault() is { } kept)
                return new Expression(Expression.Unwrap(kept), null);
            if (definitions.Of(options, cancellation) is not { Values: [var first, ..] })
                return null;
            options = first;
        }

        return null;
    }

    /// <summary>Whether the object is made in sight, so that a setting not given has its default.</summary>
    public static bool IsMadeInSight(Expression options, Definitions definitions, CancellationToken cancellation)
    {
        for (var depth = 0; depth < DeepestHolder; depth++)
        {
            if (options.Operation is IObjectCreationOperation)
                return true;
            if (definitions.Of(options, cancellation) is not { Values: [var only], Missing: null })
                return false;
            options = only;
        }

        return false;
    }

    /// <summary>What is added to a list that the options hold, in the initializer or by calls of Add.</summary>
    public static IReadOnlyList<Expression> Added(Expression options, string list, Definitions definitions, CancellationToken cancellation)
    {
        var added = new List<Expression>();
        for (var depth = 0; depth < DeepestHolder; depth++)
        {
            if (options.Operation is IObjectCreationOperation { Initializer: { } initializer })
                foreach (var setting in initializer.Initializers)
                    if (setting is IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation member } items && member.Member.Name == list)
                        foreach (var item in items.Initializer.Initializers)
                            Add(item);
            if (options.Operation is ILocalReferenceOperation local)
                foreach (var addition in BodyIndex.Of(local).Puts)
                    if (addition.Instance is IPropertyReferenceOperation { Instance: ILocalReferenceOperation holder } member && member.Property.Name == list && SymbolEqualityComparer.Default.Equals(holder.Local, local.Local))
                        Add(addition);
            if (options.Operation is IObjectCreationOperation || definitions.Of(options, cancellation) is not { Values: [var only] })
                return added;
            options = only;
        }

        return added;

        void Add(IOperation item)
        {
            if (item is IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var argument] })
                added.Add(options.With(Expression.Unwrap(argument.Value)));
        }
    }

    private static IOperation? Assigned(ILocalReferenceOperation local, string setting)
    {
        IOperation? value = null;
        foreach (var write in BodyIndex.Of(local).MemberWrites)
            if (write.Target is IMemberReferenceOperation { Instance: ILocalReferenceOperation holder } target
                && target.Member.Name == setting
                && SymbolEqualityComparer.Default.Equals(holder.Local, local.Local))
                value = write.Value;
        return value;
    }
}
