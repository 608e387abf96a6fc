using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>Whether a trained model decides about people: the purpose says so, or the rows are about people and no purpose says otherwise.</summary>
/// <param name="Why">As the end of a sentence: "on rows about people (…)", "for purpose '…', which decides about people".</param>
/// <param name="Purpose">The id of the purpose that says so; null when the rows do.</param>
/// <param name="About">Why the rows are about people; null when only the purpose says so.</param>
internal sealed record Decides(string Why, string? Purpose, string? About)
{
    /// <summary>Null when the model does not, or it is not known to.</summary>
    public static Decides? Of(TrainingCall training, RuleContext context)
    {
        if (!training.IsCertain)
            return null;
        var purposes = context.Purposes.For(training.Container);
        if (purposes.Any(static purpose => purpose.Entry?.DecidesAboutPeople == false))
            return null;
        var about = context.Flow(training).AboutPeople;
        if (purposes.FirstOrDefault(static purpose => purpose.Entry?.DecidesAboutPeople == true) is { } decides)
            return new Decides($"for purpose '{decides.Id}', which decides about people", decides.Id, about);
        return about is null ? null : new Decides($"on rows about people ({about})", null, about);
    }
}
