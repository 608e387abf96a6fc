using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers;
using ResponsibleAI.Analyzers.Datasets;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Fairness;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Cli.Analysis;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Cli.Explaining;

/// <summary>Why the rules that could speak about a place do not, one sentence for each.</summary>
internal sealed class SilentRules(AnalyzedProject project)
{
    private const string NoTrainer = "no trainer is in sight";
    private const string NoPurpose = "no purpose is declared";

    /// <summary>About a training call.</summary>
    public IEnumerable<string> At(TrainingCall training, RuleContext context)
    {
        var flow = PersonalFlow.Of(training, context);
        var purposes = context.Purposes.For(training.Container);
        var named = string.Join(", ", purposes.Select(static purpose => $"'{purpose.Id}'"));
        var registered = purposes.Select(static purpose => purpose.Entry).OfType<Purpose>().ToList();
        return About(training.Location, context,
        [
            (RuleCatalog.PersonalDataNeedsPurpose, () =>
                purposes.Count > 0 ? $"the purpose {named} is declared"
                : !training.IsCertain ? NoTrainer
                : flow.Columns.Count == 0 && flow.AboutPeople is null ? "no column that reaches the trainer is known to be personal"
                : "no column that reaches the trainer is in sight"),
            (RuleCatalog.PurposeIsInForce, () => purposes.Count == 0 ? NoPurpose : $"the register has {named}, and it is not past its review date"),
            (RuleCatalog.PurposeAllowsData, () =>
                purposes.Count == 0 ? NoPurpose
                : registered.Count == 0 ? $"what {named} allows is not known: the register does not have it"
                : registered.TrueForAll(static purpose => purpose.AllowedCategories is null) ? $"{named} names no data categories, and no data card of these rows leaves it out"
                : $"{named} allows the categories that reach the trainer, and no data card of these rows leaves it out"),
            (RuleCatalog.SpecialCategoryNeedsCondition, () => Special(training, flow, purposes.Count, named, context)),
            (RuleCatalog.NoDirectIdentifierIsFeature, () => Identifier(training, flow, context)),
            (RuleCatalog.NoProtectedFeature, () => Protected(training, registered, named)),
            (RuleCatalog.HashingIsNotAnonymization, () => training.Columns.Any(static column => column.Hops.Any(static hop => hop.Name == "Hash")) ? "a column is hashed, and neither its new name nor a data card calls it anonymous" : null),
        ]);
    }

    /// <summary>About a dataset load.</summary>
    public IEnumerable<string> At(DatasetLoad load, string role, RuleContext context)
    {
        var card = context.Cards.CardOf(load);
        var purposes = context.Purposes.For(load.Container);
        var trainings = project.Facts.Trainings.Where(training => training.Data.Any(data => data.Call.Syntax == load.Call.Syntax)).ToList();
        return About(load.Location, context,
        [
            (RuleCatalog.DatasetHasCard, () =>
                Spoke(RuleCatalog.DatasetCanBeSeen, load.Location) ? null
                : load.Kind == LoadKind.SchemaOnly ? "it gives columns and no rows, or rows written out in code"
                : load.Kind == LoadKind.Derived ? "its rows come from another load"
                : card is not null ? $"data card '{card.Id}' covers it"
                : role == "prediction" ? "its rows are only scored by a model"
                : role == "unknown" && load.IsOfObjects ? "its rows are objects in memory, and nothing in sight trains on them or evaluates with them"
                : role == "unknown" && project.Facts.Trainings.Count == 0 ? "nothing is trained in this project, and a finished model is at work in it"
                : "the same dataset is reported once for this type"),
            (RuleCatalog.DatasetCanBeSeen, () =>
                Spoke(RuleCatalog.DatasetHasCard, load.Location) || load.Kind is LoadKind.SchemaOnly or LoadKind.Derived ? null
                : card is not null ? $"data card '{card.Id}' is found"
                : load.Sources.Any(source => LoadNames.Of(load, source) is not null) ? "what is loaded is in sight"
                : role == "prediction" ? "its rows are only scored by a model"
                : "nothing in sight trains on these rows or evaluates with them"),
            (RuleCatalog.CardAllowsUse, () =>
                card is null ? "there is no data card that could forbid it"
                : purposes.Count == 0 ? $"no purpose is declared that data card '{card.Id}' could forbid, and its retention has not ended"
                : $"data card '{card.Id}' allows the declared purpose, and its retention has not ended"),
            (RuleCatalog.CodeMatchesCard, () =>
                card is null ? "there is no data card to compare with"
                : card.Columns is not { Count: > 0 } ? $"data card '{card.Id}' lists no columns"
                : load.IsOfObjects && load.SelectedColumns is null ? "rows that are objects in memory are not compared"
                : load.Schema.Columns.Count == 0 && load.SelectedColumns is null ? "the columns are not in sight"
                : $"data card '{card.Id}' has every column that is loaded"),
            (RuleCatalog.DownloadHasSource, () =>
                project.Facts.Downloads.Any(download => load.Sources.Any(source => download.NameIn(load, source) is not null))
                    ? card is { SourceStated: true } ? $"the program fetches it, and data card '{card.Id}' names a source" : trainings.Count == 0 ? "the program fetches it, and nothing in sight trains on it" : null
                    : "the program is not seen to download it"),
            (RuleCatalog.LoadedDataIsUsed, () => Unused(load, trainings, context)),
        ]);
    }

    /// <summary>About a model that is saved.</summary>
    public IEnumerable<string> At(ModelSave save, IReadOnlyList<TrainingCall> trainings, bool? isChecked, RuleContext context)
    {
        if (project.Diagnostics.Any(diagnostic => diagnostic.Id == RuleCatalog.ModelIsCheckedForFairness && trainings.Any(training => diagnostic.AdditionalLocations.Contains(training.Location))))
            return [];
        return About(save.Location, context,
        [
            (RuleCatalog.ModelIsCheckedForFairness, () =>
                isChecked == true ? "the model is checked for fairness"
                : trainings.Count == 0 ? $"no training call of this model is in sight{(save.Missing is { } missing ? $" ({missing})" : "")}"
                : DecidesNothing(trainings, context)),
        ]);
    }

    /// <summary>About a fairness check.</summary>
    /// <param name="check">The check.</param>
    /// <param name="trainings">The training calls of its models, as far as they are in sight.</param>
    /// <param name="decision">Where its result may decide something; null when it decides nothing.</param>
    /// <param name="context">What the policy says.</param>
    public IEnumerable<string> At(FairnessCheck check, IReadOnlyList<TrainingCall> trainings, string? decision, RuleContext context)
    {
        var models = project.Facts.Models.Where(model => model.Checks.Contains(check)).ToList();
        return About(check.Location, context,
        [
            (RuleCatalog.CheckCoversProtectedAttributes, () => models.Count == 0 ? OfNobody(trainings, context) : Covered(models[0], context)),
            (RuleCatalog.CheckHasConsequence, () =>
                decision is not null ? $"its result may decide something, at {decision}"
                : models.Count == 0 ? OfNobody(trainings, context)
                : "its model is not seen to be saved, exported or served"),
        ]);
    }

    /// <summary>About a call that measures a model.</summary>
    /// <param name="evaluation">The call.</param>
    /// <param name="training">The training call of its model; null when that is not in sight.</param>
    /// <param name="context">What the policy says.</param>
    /// <param name="where">Names the place of an operation.</param>
    public IEnumerable<string> At(Evaluation evaluation, TrainingCall? training, RuleContext context, Func<IOperation, string> where)
    {
        var model = project.Facts.Models.FirstOrDefault(model => training is not null && model.Evaluations.Contains(evaluation));
        return About(Analyzers.Findings.Places.Of(evaluation.Call), context,
        [
            (RuleCatalog.ModelIsEvaluatedOnHeldOutRows, () =>
                model is null ? OfNobody(training is null ? [] : [training], context)
                : model.IsCrossValidated ? "the model is cross-validated too"
                : evaluation.OnTrainingRows == false ? "the rows were held out"
                : evaluation.OnTrainingRows is null ? "whether the model was trained on these rows is not in sight"
                : model.Evaluations.Find(static other => other.OnTrainingRows != true) is not { } other ? "it is said once for each model"
                : other.OnTrainingRows == false ? $"the same model is measured on held-out rows too, at {where(other.Call)}"
                : $"the measurement at {where(other.Call)} may be one of this model on held-out rows"),
        ]);
    }

    private string Covered(ReviewedModel model, RuleContext context)
    {
        if (project.Diagnostics.Any(diagnostic => diagnostic.Id == RuleCatalog.CheckCoversProtectedAttributes && diagnostic.AdditionalLocations.Contains(model.Training.Location)))
            return "it is said at the first check of the model";
        if (model.Checks.Exists(static check => check.Columns is null))
            return "by what a method marked [FairnessCheck] compares is its own affair";
        var columns = ProtectedColumn.Of(model, context).Select(static column => $"'{column.Column.Display}'").ToList();
        return columns.Count > 0 ? $"the checks of the model compare groups by every protected column that is loaded ({string.Join(", ", columns)})"
            : !context.Purposes.For(model.Training.Container).Any(static purpose => ProtectedColumns.IsClosed(purpose.Entry?.UseArea)) ? "no loaded column is protected by [ProtectedAttribute] or its data card, and no purpose with a use area that protects any is declared"
            : "no loaded column is protected";
    }

    private static string OfNobody(IReadOnlyList<TrainingCall> trainings, RuleContext context) => trainings.Count == 0 ? "of which model it is, is not in sight" : DecidesNothing(trainings, context);

    /// <summary>Why a model is not known to decide about people.</summary>
    private static string DecidesNothing(IReadOnlyList<TrainingCall> trainings, RuleContext context) =>
        trainings.SelectMany(training => context.Purposes.For(training.Container)).FirstOrDefault(static purpose => purpose.Entry?.DecidesAboutPeople == false) is { } harmless ? $"purpose '{harmless.Id}' decides nothing about people"
        : trainings.All(training => PersonalFlow.Of(training, context).AboutPeople is null) ? "the rows it is trained on are not known to be about people"
        : NoTrainer;

    /// <summary>About a call that a rule about calls looks at.</summary>
    public IEnumerable<string> At(string rule, IOperation call, ISymbol container, RuleContext context) => About(Analyzers.Findings.Places.Of(call), context,
    [
        (rule, () => rule switch
        {
            RuleCatalog.TrainingDataStays when IsEmbedding(call) => context.Purposes.For(container).Count > 0
                ? "a purpose is declared for what is embedded"
                : "nothing of a row about people is seen in what is embedded",
            RuleCatalog.TrainingDataStays => project.Facts.Trainings.Count == 0
                ? "nothing is trained in this project"
                : "no personal value of the rows that are trained on is passed as it is; what is computed from them, and rows of other origin, are not meant",
            RuleCatalog.HashingIsNotAnonymization => "no personal value is hashed here, or nothing calls the result anonymous",
            RuleCatalog.NoiseIsPrivate => "nothing says that this is noise for a personal value: no such name, no [Anonymizes], no sampler's form, or nothing personal is added to it",
            _ => null,
        }),
    ]);

    /// <summary>About a call that fetches a file.</summary>
    public IEnumerable<string> At(IReadOnlyList<Download> downloads, RuleContext context) => About(Analyzers.Findings.Places.Of(downloads[0].Call), context,
    [
        (RuleCatalog.DownloadHasSource, () =>
            project.Facts.Loads.Any(load => load.Sources.Any(source => downloads.Any(download => download.NameIn(load, source) is not null)))
                ? "a load reads what is fetched, and its data card names a source or nothing trains on it"
                : "no load is seen to read what is fetched"),
    ]);

    /// <summary>About a column that reaches no trainer.</summary>
    public IEnumerable<string> OfColumn(IReadOnlyList<DatasetLoad> loads)
    {
        if (loads.Count == 0)
        {
            yield return "no load in this project brings such rows, so nothing is reported about it";
            yield break;
        }

        var unseen = project.Facts.Trainings.Where(training => training.NotSeen.Count > 0).SelectMany(static training => training.NotSeen).Distinct().Order(StringComparer.Ordinal).ToList();
        yield return unseen.Count == 0 ? "it reaches no trainer" : $"it is not seen to reach a trainer, but not everything was in sight: {string.Join("; ", unseen)}";
    }

    private static string Special(TrainingCall training, PersonalFlow flow, int purposes, string named, RuleContext context)
    {
        if (!training.IsCertain)
            return NoTrainer;
        var categories = flow.Columns.Where(column => context.Category(column.Personal.Category) is { GdprArt9: true }).ToList();
        if (categories.Count == 0)
            return "no column that reaches the trainer is of a special category";
        return !categories.Exists(column => RAI1004SpecialCategoryNeedsCondition.IsSpecial(column, context)) ? "the rows are not known to be about people"
            : purposes > 0 ? $"{named} or the data card names a condition of Art. 9(2), or the register does not have the purpose"
            : "only names that mean health beside others point to a special category";
    }

    private static string Identifier(TrainingCall training, PersonalFlow flow, RuleContext context)
    {
        if (!training.IsCertain)
            return NoTrainer;
        var identifying = flow.Columns.Where(column => column.Personal.HoldsNamed != false && context.Category(column.Personal.Category) is { DirectIdentifier: true }).ToList();
        return identifying.Count == 0 ? "no column that reaches the trainer identifies a person by itself"
            : identifying.TrueForAll(static column => column.Trained.Role != ColumnRole.Feature) ? "what identifies a person is no feature"
            : "the trainer takes the keys of users, or learns from the template itself";
    }

    private static string Protected(TrainingCall training, List<Purpose> registered, string named) =>
        !training.IsCertain ? NoTrainer
        : registered.Count == 0 ? "no purpose of the register is declared, so the use area is not known"
        : registered.TrueForAll(static purpose => purpose.UseArea is null) ? $"{named} has no use area"
        : registered.TrueForAll(static purpose => purpose.DecidesAboutPeople == false) ? $"{named} decides nothing about people"
        : $"no feature is protected in {string.Join(" or ", registered.Select(static purpose => purpose.UseArea).OfType<string>().Distinct())}";

    private static string? Unused(DatasetLoad load, List<TrainingCall> trainings, RuleContext context) =>
        load.IsOfObjects || load.Kind is not (LoadKind.File or LoadKind.Database) ? "rows that are objects in memory are not looked at"
        : trainings.Count == 0 ? "nothing in sight trains on these rows"
        : load.Schema.RowType is null ? "the columns have no class whose members could be read elsewhere"
        : trainings.Exists(static training => !training.IsCertain || training.NotSeen.Count > 0) ? "not everything that trains on these rows is in sight"
        : context.Assess(load).Columns.All(static column => column.Personal is null) ? "no column is known to be personal"
        : "every personal column is trained on, read somewhere or kept for a fairness check";

    private static bool IsEmbedding(IOperation call) => call is IInvocationOperation { TargetMethod: { Name: var name, ContainingType: var type } }
        && (name.Contains("Embedding", StringComparison.Ordinal) || name.Contains("Vector", StringComparison.Ordinal) || type.Name.Contains("Embedding", StringComparison.Ordinal) || name.StartsWith("Upsert", StringComparison.Ordinal) || name.StartsWith("Save", StringComparison.Ordinal));

    /// <summary>One sentence for each rule that did not speak at the place and has a reason.</summary>
    private IEnumerable<string> About(Location at, RuleContext context, IEnumerable<(string Rule, Func<string?> Why)> rules)
    {
        foreach (var (rule, why) in rules)
            if (!Spoke(rule, at) && (IsOff(rule, context) ? "the policy turns it off" : why()) is { } reason)
                yield return $"{rule} says nothing here: {reason}";
    }

    private bool Spoke(string rule, Location at) => project.Diagnostics.Any(diagnostic => diagnostic.Id == rule && diagnostic.Location.SourceTree == at.SourceTree && diagnostic.Location.SourceSpan == at.SourceSpan);

    private static bool IsOff(string rule, RuleContext context) => context.Policy.Rules.Any(setting => setting.Id == rule && setting.Severity == "none");
}
