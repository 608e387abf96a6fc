using Microsoft.CodeAnalysis;

namespace ResponsibleAI.Analyzers.Facts;

/// <summary>A call that saves, exports or serves a model.</summary>
/// <param name="Call">The call.</param>
/// <param name="Container">The member it stands in.</param>
/// <param name="OutermostType">The type it stands in; of nested types the outermost.</param>
/// <param name="Kind">saved, exported or served.</param>
/// <param name="Trainings">The training calls whose model it is, as far as that is in sight.</param>
/// <param name="Missing">Why the model may come from elsewhere; null when all of it is in sight.</param>
internal sealed record ModelSave(IOperation Call, ISymbol Container, INamedTypeSymbol OutermostType, string Kind, IReadOnlyList<IOperation> Trainings, string? Missing)
{
    /// <summary>A model that is saved and served is told of where it is saved.</summary>
    public static int RankOf(string kind) => kind switch { "saved" => 0, "exported" => 1, _ => 2 };

    public Location Location => Findings.Places.Of(Call);
}
