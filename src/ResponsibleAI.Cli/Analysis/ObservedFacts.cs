using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.Observation;

namespace ResponsibleAI.Cli.Analysis;

/// <summary>The facts of one compilation, as the engine told them.</summary>
internal sealed class ObservedFacts : IAnalysisObserver
{
    private readonly object _lock = new();
    private readonly List<TrainingCall> _trainings = [];
    private readonly List<IOperation> _fits = [];
    private readonly List<(DatasetLoad Load, string Role)> _loads = [];
    private readonly List<(ModelSave Save, IReadOnlyList<TrainingCall> Trainings, bool? IsChecked)> _saves = [];

    /// <summary>Null when the compilation references no library that the policy knows.</summary>
    public RuleContext? Context { get; private set; }

    /// <summary>The compilation that the facts' symbols belong to; null as the context is.</summary>
    public Compilation? Compilation { get; private set; }

    public IReadOnlyList<TrainingCall> Trainings => Sorted(_trainings, static training => training.Call);

    /// <summary>Calls that look like training and fit transforms only.</summary>
    public IReadOnlyList<IOperation> Fits => Sorted(_fits, static call => call);

    public IReadOnlyList<(DatasetLoad Load, string Role)> Loads => Sorted(_loads, static load => load.Load.Call);

    public IReadOnlyList<(ModelSave Save, IReadOnlyList<TrainingCall> Trainings, bool? IsChecked)> Saves => Sorted(_saves, static save => save.Save.Call);

    void IAnalysisObserver.Starts(Compilation compilation, RuleContext context) => (Compilation, Context) = (compilation, context);

    void IAnalysisObserver.Trains(TrainingCall training) => Add(_trainings, training);

    void IAnalysisObserver.FitsTransformsOnly(IOperation call) => Add(_fits, call);

    void IAnalysisObserver.Loads(DatasetLoad load, string role) => Add(_loads, (load, role));

    void IAnalysisObserver.Saves(ModelSave save, IReadOnlyList<TrainingCall> trainings, bool? isChecked) => Add(_saves, (save, trainings, isChecked));

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
