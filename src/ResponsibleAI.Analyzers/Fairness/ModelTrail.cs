using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>
/// Walks from scored rows, from arrays and lists made of them, from models and from prediction engines back to the training calls behind them.
/// The walk is over values of any type, so it is generous: whatever a value is made of counts.
/// </summary>
/// <param name="catalog">Knows the calls.</param>
/// <param name="definitions">Knows where values come from.</param>
/// <param name="trains">Whether a call trains a model; one that only fits transforms made no model.</param>
/// <param name="cancellation">Ends the walk.</param>
internal sealed class ModelTrail(ApiCatalog catalog, Definitions definitions, Func<SyntaxNode, bool> trains, CancellationToken cancellation)
{
    private const int MostValues = 1000;

    /// <summary>A model may score what another is trained on, and that what a third is: how many stand behind each other.</summary>
    private const int DeepestModel = 8;

    private int _depth;
    private StrongBox<int> _left = new(MostValues);
    private readonly Queue<Expression> _next = new();
    private readonly HashSet<Expression> _seen = [];
    private readonly List<Expression> _trainings = [];
    private readonly List<Expression> _groups = [];
    private readonly List<Expression> _files = [];

    /// <summary>The training calls, and objects that are trained in place.</summary>
    public IReadOnlyList<Expression> Trainings => _trainings;

    /// <summary>The sensitive values of tables of groups that were counted by hand on the way.</summary>
    public IReadOnlyList<Expression> Groups => _groups;

    /// <summary>Files that models are loaded from, as the expressions of their paths.</summary>
    public IReadOnlyList<Expression> Files => _files;

    /// <summary>Why there may be others; null when all were followed to their end.</summary>
    public string? Missing { get; private set; }

    /// <summary>Whether the value was measured by another fairness check.</summary>
    public bool MeetsCheck { get; private set; }

    public ModelTrail From(Expression value)
    {
        Add(value);
        while (_next.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_left.Value-- <= 0)
            {
                Missing ??= Trace.CutShort;
                break;
            }

            Visit(_next.Dequeue());
        }

        return this;
    }

    private void Visit(Expression value)
    {
        switch (value.Operation)
        {
            case { ConstantValue.HasValue: true } or IInstanceReferenceOperation or INameOfOperation or ITypeOfOperation or IDefaultValueOperation:
                break;
            case IInvocationOperation call:
                VisitCall(call, value);
                break;
            case IObjectCreationOperation creation:
                VisitCreation(creation, value);
                break;
            case IMemberReferenceOperation { Instance: { } holder } member when holder is not IInstanceReferenceOperation:
                // bestRun.Model, split.TestSet, row.Score: what holds it says where it comes from.
                if (holder.Type is { IsTupleType: true })
                    VisitDefinition(value);
                else
                    Add(value.With(member.Instance));
                break;
            case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } }:
                // What the lambda is called with is an operand of the same call.
                break;
            case IDelegateCreationOperation or IAnonymousFunctionOperation when definitions.Code.ReturnsOf(value, cancellation) is { } returned:
                foreach (var result in returned)
                    Add(result);
                break;
            case IArrayElementReferenceOperation element:
                Add(value.With(element.ArrayReference));
                break;
            default:
                VisitDefinition(value);
                break;
        }
    }

    private void VisitCall(IInvocationOperation call, Expression value)
    {
        var member = catalog.Member(call.TargetMethod);
        switch (member?.Role)
        {
            case ApiRole.TrainingCall:
                Found(value);
                return;
            case ApiRole.FairnessEvaluator:
                MeetsCheck = true;
                return;
            case ApiRole.ModelSource when Argument("path") is { } path:
                _files.Add(value.With(path));
                return;
            case ApiRole.DatasetLoader or ApiRole.LoaderFactory or ApiRole.Saver or ApiRole.Exporter:
                return;
            case ApiRole.RowSource when Argument("rows") is { } rows:
                Add(value.With(rows));
                return;
            case ApiRole.Composition when Argument("model") is { } model:
                // Scored by that model; where that is only a transform, what it was given may be scored already.
                if (_depth == DeepestModel)
                {
                    Missing ??= Trace.CutShort;
                    return;
                }

                var inner = new ModelTrail(catalog, definitions, trains, cancellation) { _depth = _depth + 1, _left = _left }.From(value.With(model));
                foreach (var training in inner.Trainings)
                    Found(training);
                _files.AddRange(inner.Files);
                if (!inner._trainings.Exists(training => trains(training.Operation.Syntax)) && Argument("data") is { } data)
                    Add(value.With(data));
                if (inner._trainings.Count == 0)
                    Missing ??= inner.Missing;
                return;
            case ApiRole.Composition when Argument("start") is { } start:
                Add(value.With(start));
                if (Argument("estimator") is { } next)
                    Add(value.With(next));
                return;
            case ApiRole.Split when Argument("data") is { } part:
                Add(value.With(part));
                return;
            case ApiRole.Server when Argument("model") is { } served:
                Add(value.With(served));
                return;
        }

        if (definitions.Of(value, cancellation) is { } definition)
        {
            if (definition.Values.Count == 0)
                Missing ??= definition.Missing;
            foreach (var origin in definition.Values)
                Add(origin);
            return;
        }

        if (call.Instance is { } instance)
            Add(value.With(instance));
        foreach (var argument in call.Arguments)
            Add(value.With(argument.Value));

        IOperation? Argument(string meaning) => ApiCatalog.Argument(call, member!, meaning);
    }

    private void VisitCreation(IObjectCreationOperation creation, Expression value)
    {
        if (creation.Constructor is { } constructor && catalog.Member(constructor) is { Role: ApiRole.FairnessEvaluator })
        {
            MeetsCheck = true;
            return;
        }

        Found(value);
        foreach (var put in Contents.Of(creation))
            Add(value.With(put));
    }

    private void VisitDefinition(Expression value)
    {
        if (CountedGroups.IsTable(value.Operation.Type))
        {
            var table = new CountedGroups(definitions.Code, cancellation).Of(value);
            _groups.AddRange(table.Groups);
            foreach (var counted in table.Counted)
                Add(counted);
        }

        foreach (var put in Contents.Of(value, definitions.Code, cancellation))
            Add(put);
        if ((Lists.Written(value) is { } elements ? new Definition(elements) : definitions.Of(value, cancellation)) is not { } definition)
        {
            foreach (var child in value.Operation.ChildOperations)
                Add(value.With(child));
            return;
        }

        Missing ??= definition.Missing;
        foreach (var origin in definition.Values)
            Add(origin);
    }

    private void Found(Expression training)
    {
        if (!_trainings.Exists(known => known.Operation.Syntax == training.Operation.Syntax))
            _trainings.Add(training);
    }

    private void Add(Expression value)
    {
        value = value.Unwrapped;
        if (CanCarry(value.Operation.Type) && _seen.Add(value))
            _next.Enqueue(value);
    }

    /// <summary>Names, paths and contexts say nothing of a model.</summary>
    private static bool CanCarry(ITypeSymbol? type) => type is not ({ SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Enum } or { Name: "MLContext" });
}
