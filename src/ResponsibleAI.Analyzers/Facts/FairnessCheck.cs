using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ResponsibleAI.Analyzers.Facts;

/// <summary>A call, or the making of an object, that measures how a model treats groups of people.</summary>
internal sealed record FairnessCheck
{
    public required IOperation Call { get; init; }

    /// <summary>The member it stands in.</summary>
    public required ISymbol Container { get; init; }

    /// <summary>The training calls whose models it is about, as far as they are in sight.</summary>
    public required IReadOnlyList<SyntaxNode> Trainings { get; init; }

    /// <summary>The paths of files that it reads its models from.</summary>
    public IReadOnlyList<Resolution.Expression> Files { get; init; } = [];

    /// <summary>Why it may be about other models too; null when all are in sight.</summary>
    public string? Missing { get; init; }

    /// <summary>What it compares groups by; null when the call does not say, as one of a method marked [FairnessCheck].</summary>
    public CheckedColumns? Columns { get; init; }

    /// <summary>As messages name it: EvaluateBinary, new BinaryFairness.</summary>
    public string Name => Findings.Places.NameOf(Call);

    /// <summary>Whether it stands in the method that the call calls, so that it is what that call does.</summary>
    public bool IsWhatHappensIn(IOperation call) => call is IInvocationOperation invocation && SymbolEqualityComparer.Default.Equals(Container, invocation.TargetMethod.OriginalDefinition);

    public Location Location => Findings.Places.Of(Call);
}

/// <summary>The columns by which a check compares groups.</summary>
/// <param name="Loaded">Names of the loaded columns they are made of.</param>
/// <param name="Untraced">Names that the check gives and that were not traced to a loaded column.</param>
/// <param name="Missing">Why there may be others; null when there are none.</param>
internal sealed record CheckedColumns(IReadOnlyList<string> Loaded, IReadOnlyList<string> Untraced, string? Missing);
