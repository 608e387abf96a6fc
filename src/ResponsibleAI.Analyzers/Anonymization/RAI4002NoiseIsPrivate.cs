using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Anonymization;

/// <summary>Noise that is to protect people comes from a cryptographic generator and has an epsilon: what System.Random adds can be computed and taken away again.</summary>
/// <remarks>Noise is what is added to a personal value in a method that is named for it, marked [Anonymizes], or has the form of a Laplace or Gaussian sampler. One finding per method.</remarks>
internal sealed class RAI4002NoiseIsPrivate : ICallRule
{
    private const int MostHelpers = 3;

    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal) { "Next", "NextDouble", "NextSingle", "NextInt64", "GetInt32", "GetBytes", "Fill" };
    private static readonly HashSet<string> s_noise = new(StringComparer.Ordinal) { "noise", "noisy", "perturb", "perturbed", "perturbation" };

    /// <summary>What says that the noise is there to protect somebody.</summary>
    private static readonly HashSet<string> s_protects = new(StringComparer.Ordinal) { "laplace", "laplacian", "privatize", "privatise", "privacy" };

    /// <summary>Noise that makes more rows, or tries how much a model bears, protects nobody and is not meant to.</summary>
    private static readonly HashSet<string> s_trial = new(StringComparer.Ordinal) { "augment", "augmented", "augmentation", "augmenter", "robust", "robustness", "jitter", "synthetic", "simulate", "simulated", "simulation", "simulator" };

    public string Id => RuleCatalog.NoiseIsPrivate;

    public IReadOnlyCollection<string> Names => s_names;

    public bool Concerns(IMethodSymbol method) => s_names.Contains(method.Name) && (IsRandom(method) || IsCryptographic(method));

    public void Check(IInvocationOperation call, ISymbol container, PersonalReferences personal, Action<CodeFinding> report, CancellationToken cancellation)
    {
        if (container is not IMethodSymbol method || Body(call) is not { } body)
            return;
        var calls = body.Descendants().OfType<IInvocationOperation>().Where(other => s_names.Contains(other.TargetMethod.Name) && (IsRandom(call.TargetMethod) ? IsRandom(other.TargetMethod) : IsCryptographic(other.TargetMethod))).ToList();
        if (calls.Count == 0 || calls[0].Syntax != call.Syntax)
            return;
        if (Why(method, body) is not { } why || Noised(method, body, 0, personal, cancellation) is not { } value)
            return;

        var epsilon = HasEpsilon(method, body);
        if (IsRandom(call.TargetMethod))
            Say($"Noise for {value} comes from System.Random ({why}), whose numbers can be computed and taken away again{(epsilon ? "" : "; no epsilon is in sight either")}", FindingKind.Violation, "random");
        else if (!epsilon)
            Say($"Noise for {value} has no epsilon in sight ({why}), so nothing tells how much it protects", FindingKind.Gap, "epsilon");

        void Say(string message, FindingKind kind, string cause) => report(new CodeFinding
        {
            Rule = RuleCatalog.NoiseIsPrivate,
            Kind = kind,
            Message = message,
            Location = Places.Of(call),
            Hops = [.. calls.Skip(1).Select(Places.Of)],
            Container = container,
            Subject = cause,
            Facts = [("cause", cause), ("claim", why)],
        });
    }

    private static bool IsRandom(IMethodSymbol method)
    {
        for (var type = method.ContainingType; type is not null; type = type.BaseType)
            if (type is { Name: "Random", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        return false;
    }

    private static bool IsCryptographic(IMethodSymbol method) => method.ContainingType is { Name: "RandomNumberGenerator", ContainingNamespace.Name: "Cryptography" };

    private static IOperation? Body(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }

    /// <summary>What makes it noise; null when nothing does.</summary>
    private static string? Why(IMethodSymbol method, IOperation body) =>
        AnonymityClaim.Of(method)
        ?? (IdentifierWords.Split(method.Name) is var words && (words.Any(s_protects.Contains) || (words.Any(s_noise.Contains) && !IsTrial(method))) ? $"the name '{method.Name}'" : null)
        ?? (Functions(body) is var functions && functions.Contains("Log") && (functions.Contains("Sign") || (functions.Contains("Sqrt") && (functions.Contains("Cos") || functions.Contains("Sin")))) ? "the form of a noise sampler" : null);

    private static bool IsTrial(IMethodSymbol method)
    {
        if (IdentifierWords.Split(method.Name).Any(s_trial.Contains))
            return true;
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
            if (IdentifierWords.Split(type.Name).Any(s_trial.Contains))
                return true;
        return false;
    }

    private static HashSet<string> Functions(IOperation body) => new(
        body.Descendants().OfType<IInvocationOperation>().Where(static call => call.TargetMethod.ContainingType is { Name: "Math" or "MathF", ContainingNamespace.Name: "System" }).Select(static call => call.TargetMethod.Name),
        StringComparer.Ordinal);

    /// <summary>The personal value that the noise is added to: here, or where the result of this method is added or its argument comes from.</summary>
    private static string? Noised(IMethodSymbol method, IOperation body, int depth, PersonalReferences personal, CancellationToken cancellation)
    {
        foreach (var operation in body.Descendants())
            if (Sum(operation) is { } sum && personal.In(sum, cancellation) is { } value)
                return value;
        if (depth >= MostHelpers || method.ReturnsVoid)
            return null;
        foreach (var caller in personal.Code.Callers(method, cancellation) ?? [])
        {
            for (var at = caller.Parent; at is not null; at = at.Parent)
            {
                if (Sum(at) is null)
                    continue;
                if (personal.In(at, cancellation) is { } value)
                    return value;
                if (Containers.Of(caller, cancellation) is IMethodSymbol around && !SymbolEqualityComparer.Default.Equals(around, method) && Body(caller) is { } outer
                    && Noised(around, outer, depth + 1, personal, cancellation) is { } further)
                    return further;
            }
        }

        return null;
    }

    private static IOperation? Sum(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, Type.SpecialType: not SpecialType.System_String } => operation,
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, Type.SpecialType: not SpecialType.System_String } => operation,
        _ => null,
    };

    private static bool HasEpsilon(IMethodSymbol method, IOperation body) =>
        method.Parameters.Any(static parameter => Says(parameter.Name))
        || method.ContainingType.GetMembers().Any(static member => member is IFieldSymbol or IPropertySymbol && Says(member.Name))
        || body.Descendants().Any(static operation => operation switch
        {
            IVariableDeclaratorOperation { Symbol: var variable } => Says(variable.Name),
            IMemberReferenceOperation { Member: var member } => Says(member.Name),
            _ => false,
        });

    private static bool Says(string name)
    {
        var words = IdentifierWords.Split(name);
        return words.Contains("epsilon") || words.Contains("eps") || (words.Contains("privacy") && words.Contains("budget"));
    }
}
