using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Datasets;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Fairness;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.Observation;
using ResponsibleAI.Analyzers.PersonalData;

namespace ResponsibleAI.Cli.Analysis;

/// <summary>The facts of one compilation, as the engine told them.</summary>
internal sealed class ObservedFacts : IAnalysisObserver
{
    private readonly object _lock = new();
    private readonly List<TrainingCall> _trainings = [];
    private readonly List<IOperation> _fits = [];
    private readonly List<DatasetLoad> _loads = [];
    private readonly List<(DatasetLoad Load, LoadRoles Roles)> _uses = [];
    private readonly List<Download> _downloads = [];
    private readonly List<(string Rule, IOperation Call, ISymbol Container)> _watched = [];
    private readonly List<EmbeddedRow> _embedded = [];
    private readonly List<(ModelSave Save, IReadOnlyList<TrainingCall> Trainings, bool? IsChecked)> _saves = [];
    private readonly List<ReviewedModel> _models = [];
    private readonly List<(FairnessCheck Check, IReadOnlyList<TrainingCall> Trainings, IOperation? Decision)> _checks = [];
    private readonly List<(Evaluation Evaluation, TrainingCall? Training)> _evaluations = [];

    /// <summary>Null when the compilation references no library that the policy knows.</summary>
    public RuleContext? Context { get; private set; }

    /// <summary>The compilation that the facts' symbols belong to; null as the context is.</summary>
    public Compilation? Compilation { get; private set; }

    public IReadOnlyList<TrainingCall> Trainings => Sorted(_trainings, static training => training.Call);

    /// <summary>Calls that look like training and fit transforms only.</summary>
    public IReadOnlyList<IOperation> Fits => Sorted(_fits, static call => call);

    /// <summary>Every load: those of the catalog, and files read by hand that something trains on.</summary>
    public IReadOnlyList<DatasetLoad> Loads
    {
        get
        {
            lock (_lock)
                return Sorted([.. _loads.Concat(_uses.Select(static use => use.Load)).DistinctBy(static load => load.Call.Syntax)], static load => load.Call);
        }
    }

    /// <summary>The loads as each use of their rows has them: one in a helper method has other sources for each of its callers.</summary>
    public IReadOnlyList<(DatasetLoad Load, LoadRoles Roles)> Uses => Sorted(_uses, static use => use.Load.Call);

    /// <summary>What a load is used for, all uses together.</summary>
    public LoadRoles RolesOf(DatasetLoad load) =>
        Uses.Where(use => use.Load.Call.Syntax == load.Call.Syntax).Aggregate(LoadRoles.None, static (roles, use) => roles | use.Roles);

    /// <summary>Calls that rules about calls look at.</summary>
    public IReadOnlyList<(string Rule, IOperation Call, ISymbol Container)> Watched => Sorted(_watched, static watched => watched.Call);

    /// <summary>Rows whose values go into an embedding or a vector store.</summary>
    public IReadOnlyList<EmbeddedRow> Embedded
    {
        get
        {
            lock (_lock)
                return [.. _embedded];
        }
    }

    public IReadOnlyList<Download> Downloads => Sorted(_downloads, static download => download.Call);

    public IReadOnlyList<(ModelSave Save, IReadOnlyList<TrainingCall> Trainings, bool? IsChecked)> Saves => Sorted(_saves, static save => save.Save.Call);

    /// <summary>Models that are known to decide about people.</summary>
    public IReadOnlyList<ReviewedModel> Models => Sorted(_models, static model => model.Training.Call);

    /// <summary>Fairness checks, the training calls of their models, and where their results may decide something.</summary>
    public IReadOnlyList<(FairnessCheck Check, IReadOnlyList<TrainingCall> Trainings, IOperation? Decision)> Checks => Sorted(_checks, static check => check.Check.Call);

    /// <summary>Calls that measure a model, and its training call.</summary>
    public IReadOnlyList<(Evaluation Evaluation, TrainingCall? Training)> Evaluations => Sorted(_evaluations, static evaluation => evaluation.Evaluation.Call);

    void IAnalysisObserver.Starts(Compilation compilation, RuleContext context) => (Compilation, Context) = (compilation, context);

    void IAnalysisObserver.Trains(TrainingCall training) => Add(_trainings, training);

    void IAnalysisObserver.FitsTransformsOnly(IOperation call) => Add(_fits, call);

    void IAnalysisObserver.Loads(DatasetLoad load) => Add(_loads, load);

    void IAnalysisObserver.Uses(DatasetLoad load, LoadRoles roles) => Add(_uses, (load, roles));

    void IAnalysisObserver.Watches(string rule, IOperation call, ISymbol container) => Add(_watched, (rule, call, container));

    void IAnalysisObserver.Embeds(EmbeddedRow row) => Add(_embedded, row);

    void IAnalysisObserver.Downloads(Download download) => Add(_downloads, download);

    void IAnalysisObserver.Saves(ModelSave save, IReadOnlyList<TrainingCall> trainings, bool? isChecked) => Add(_saves, (save, trainings, isChecked));

    void IAnalysisObserver.Reviews(ReviewedModel model) => Add(_models, model);

    void IAnalysisObserver.Checks(FairnessCheck check, IReadOnlyList<TrainingCall> trainings, IOperation? decision) => Add(_checks, (check, trainings, decision));

    void IAnalysisObserver.Evaluates(Evaluation evaluation, TrainingCall? training) => Add(_evaluations, (evaluation, training));

    private void Add<T>(List<T> list, T item)
    {
        lock (_lock)
            list.Add(item);
    }

    private List<T> Sorted<T>(List<T> list, Func<T, IOperation> call)
    {
        lock (_lock)
            return [.. list.OrderBy(item => call(item).Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(item => call(item).Syntax.SpanStart).ThenBy(item => call(item).Syntax.Span.End)];
    }
}
