using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Resolution;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>Reads what an AutoML experiment is told before it runs, in calls of its own or by the arguments of the one that runs it.</summary>
internal sealed class ExperimentReader(ApiCatalog catalog, Definitions definitions, ColumnNames names)
{
    private const int DeepestChain = 32;

    /// <summary>The calls in each body that may configure an experiment, in order: a body that trains often is walked once.</summary>
    private readonly ConcurrentDictionary<IOperation, List<(IInvocationOperation Call, ApiMember Member)>> _settings = new();

    /// <summary>The call, and those before it that configure the same experiment, in one expression or on one variable.</summary>
    public IReadOnlyList<(IInvocationOperation Call, ApiMember Member)> Settings(IInvocationOperation call, ApiMember member, CancellationToken cancellation)
    {
        var settings = new List<(IInvocationOperation, ApiMember)> { (call, member) };
        var receiver = Receiver(call);
        for (var depth = 0; receiver is not null && depth < DeepestChain; depth++)
        {
            switch (Expression.Unwrap(receiver))
            {
                case IInvocationOperation before when catalog.Member(before.TargetMethod) is { Role: ApiRole.Schema } api:
                    settings.Add((before, api));
                    receiver = Receiver(before);
                    break;
                case ILocalReferenceOperation local:
                    foreach (var setting in SettingsIn(Containers.Body(local)))
                        if (Root(setting.Call) is ILocalReferenceOperation other && SymbolEqualityComparer.Default.Equals(other.Local, local.Local) && !settings.Contains(setting))
                            settings.Add(setting);
                    receiver = definitions.Of(new Expression(local, null), cancellation) is { Values: [var only] } && only.Operation != local ? only.Operation : null;
                    break;
                default:
                    return settings;
            }
        }

        return settings;
    }

    /// <summary>Which columns the settings say are the label and are left out.</summary>
    public ExperimentColumns Columns(IReadOnlyList<(IInvocationOperation Call, ApiMember Member)> settings, CancellationToken cancellation)
    {
        var columns = new ExperimentColumns();
        foreach (var (call, member) in settings)
        {
            if (Given(call, member, "label") is { } label)
                columns.LabelIs(label, names, cancellation);
            if (Given(call, member, "options") is { } information)
                columns.Add(information, names, definitions, cancellation);
        }

        return columns;
    }

    private static Expression? Given(IInvocationOperation call, ApiMember member, string meaning) =>
        ApiCatalog.Argument(call, member, meaning) is { ConstantValue: not { HasValue: true, Value: null } } value ? new Expression(value, null).Unwrapped : null;

    private List<(IInvocationOperation Call, ApiMember Member)> SettingsIn(IOperation body) => _settings.GetOrAdd(body, entered =>
    {
        var settings = new List<(IInvocationOperation, ApiMember)>();
        foreach (var operation in entered.Descendants())
            if (operation is IInvocationOperation call && catalog.Member(call.TargetMethod) is { Role: ApiRole.Schema } member)
                settings.Add((call, member));
        return settings;
    });

    /// <summary>What a chain of calls is called on first.</summary>
    private static IOperation? Root(IInvocationOperation call)
    {
        var receiver = Receiver(call);
        for (var depth = 0; depth < DeepestChain && receiver is not null; depth++)
        {
            if (Expression.Unwrap(receiver) is not IInvocationOperation before)
                return Expression.Unwrap(receiver);
            receiver = Receiver(before);
        }

        return null;
    }

    private static IOperation? Receiver(IInvocationOperation call) =>
        call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
}
