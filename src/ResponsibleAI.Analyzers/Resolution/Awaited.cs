using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>The value behind a task: <c>await Task.Run(() => pipeline.Fit(data))</c> is what <c>Fit</c> gives.</summary>
internal static class Awaited
{
    /// <summary>The expressions that the task's result may be; null when the call makes, configures or awaits no task of the platform.</summary>
    public static IReadOnlyList<IOperation>? Of(IInvocationOperation call)
    {
        switch (call.TargetMethod)
        {
            case { Name: "Run", ContainingType.Name: "Task" } or { Name: "StartNew", ContainingType.Name: "TaskFactory" } when IsOfTasks(call.TargetMethod):
                return call.Arguments is [var work, ..] && Expression.Unwrap(work.Value) is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body: var body } } ? CodeReader.ReturnsIn(body) : null;
            case { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" } when IsOfTasks(call.TargetMethod):
                return call.Arguments is [var value] ? [value.Value] : null;
            case { Name: "ConfigureAwait" or "GetAwaiter" or "WaitAsync", ContainingType.Name: "Task" or "ValueTask" } when IsOfTasks(call.TargetMethod):
            case { Name: "GetResult", ContainingType.Name: "TaskAwaiter" or "ValueTaskAwaiter" or "ConfiguredTaskAwaiter" or "ConfiguredValueTaskAwaiter" }:
            case { Name: "Unwrap", ContainingType.Name: "TaskExtensions" }:
                return (call.Instance ?? (call.Arguments is [var task, ..] ? task.Value : null)) is { } held ? [held] : null;
            default:
                return null;
        }
    }

    private static bool IsOfTasks(IMethodSymbol method) => method.ContainingNamespace is { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } };
}
