using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Analyzers.Resolution;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>
/// Learners that a program writes itself. No catalog knows them; they are told by their form: a class that is trained on numbers and then answers, or one that
/// goes by the name of a learner. Whether such a call counts depends on what it is given: only what comes from a file or a database is a dataset.
/// </summary>
internal sealed class OwnLearners(ApiCatalog catalog, CodeReader code)
{
    /// <summary>Stands for the type of such a member, whichever class it is.</summary>
    private const string AnyOwn = "";

    /// <summary>What carries the error of one example back: a step of training that the caller repeats for every example.</summary>
    private static readonly string[] s_steps = ["BackProp", "Backprop", "BackPropagate", "Backpropagate", "BackPropagation", "Backpropagation"];

    /// <summary>How particular learners are trained; only of a class that goes by the name of one.</summary>
    private static readonly string[] s_ofNamed = ["BuildTree", "Cluster", "GradientDescent", "SGD", "StochasticGradientDescent"];

    private static readonly string[] s_training = ["Fit", "Learn", "Train", "train", "TrainModel", "TrainNetwork", .. s_steps, .. s_ofNamed];

    private static readonly HashSet<string> s_answers = new(StringComparer.Ordinal)
    {
        "Activate", "Classify", "Compute", "Decide", "Evaluate", "FeedForward", "Feedforward", "Forward", "ForwardPass", "ForwardPropagate", "ForwardPropagation", "GetOutput", "Guess", "Infer", "Predict", "PredictAll", "PredictProba", "Propagate",
        "Query", "Recognize", "Run", "Score", "Test", "Think",
    };

    /// <summary>What the name of a method begins with that answers about something it is given, as PredictPrice and RecommendMovie.</summary>
    private static readonly HashSet<string> s_answering = new(StringComparer.Ordinal) { "classify", "diagnose", "forecast", "infer", "predict", "recognize", "recommend" };

    private static readonly HashSet<string> s_words = new(StringComparer.Ordinal)
    {
        "adaline", "bayes", "bayesian", "boosting", "classifier", "cnn", "knn", "kmeans", "lstm", "mlp", "neural", "perceptron", "recommender", "regression", "regressor", "rnn", "svm",
    };

    /// <summary>Words that many things go by; together with numbers that are trained on they tell enough.</summary>
    private static readonly HashSet<string> s_vagueWords = new(StringComparer.Ordinal) { "ann", "brain", "learner", "model", "net", "network", "nn", "predictor", "teacher", "trainer", "training" };

    /// <summary>Parts of a network: what is given to them is computed by the network.</summary>
    private static readonly HashSet<string> s_parts = new(StringComparer.Ordinal) { "cell", "connection", "layer", "neuron", "node", "synapse", "unit" };

    private static readonly (string First, string Second)[] s_pairs = [("decision", "tree"), ("k", "means"), ("nearest", "neighbor"), ("nearest", "neighbors"), ("nearest", "neighbour"), ("nearest", "neighbours"), ("random", "forest"), ("vector", "machine")];

    private static readonly HashSet<string> s_labels = new(StringComparer.Ordinal) { "answer", "answers", "desired", "expected", "ideal", "label", "labels", "output", "outputs", "target", "targets", "y" };

    private readonly ConcurrentDictionary<IMethodSymbol, Answer> _known = new(SymbolEqualityComparer.Default);

    /// <summary>The names of methods that may train.</summary>
    public static IEnumerable<string> Names => s_training;

    /// <summary>Whether the compilation declares a method of such a name; asked of every project without a library of the catalog, so nothing is bound for it.</summary>
    public static bool MayBeIn(Compilation compilation, CancellationToken cancellation) =>
        Array.Exists(s_training, name => compilation.ContainsSymbolsWithName(name, SymbolFilter.Member, cancellation));

    public static bool IsOwn(ApiMember member) => member.Type.Length == 0;

    /// <summary>What the call does, when it trains a learner of the program's own from outside of it; else null.</summary>
    public ApiMember? Training(IInvocationOperation call, CancellationToken cancellation)
    {
        var method = call.TargetMethod;
        if (Array.IndexOf(s_training, method.Name) < 0 || method.DeclaringSyntaxReferences.IsEmpty || method.IsExtensionMethod || call.Instance is IInstanceReferenceOperation)
            return null;
        return (_known.TryGetValue(method, out var known) ? known : _known.GetOrAdd(method, new Answer(Training(method, cancellation)))).Member;
    }

    private ApiMember? Training(IMethodSymbol method, CancellationToken cancellation)
    {
        if (method.ContainingType is not { } learner)
            return null;
        var words = IdentifierWords.Split(learner.Name);
        var isNamedSo = AreOfLearner(words);
        var isNamedLikeOne = isNamedSo || words.Any(s_vagueWords.Contains);
        var isStep = Array.IndexOf(s_steps, method.Name) >= 0;
        if (!isNamedLikeOne && (isStep || !Answers(learner)) || (isStep && words.Any(s_parts.Contains)) || (!isNamedSo && Array.IndexOf(s_ofNamed, method.Name) >= 0))
            return null;

        var answersOfRows = !isNamedSo && AnswersAbout(learner) && !HandsOn(learner, cancellation);
        var given = ImmutableArray.CreateBuilder<ApiParameter>();
        foreach (var parameter in method.Parameters)
            if (AreNumbers(parameter.Type, 0) || (isNamedSo && AreRows(parameter.Type)) || (answersOfRows && Element(parameter.Type) is { } row && AreRows(row)))
                given.Add(new ApiParameter(!isStep && s_labels.Contains(parameter.Name.ToLowerInvariant()) ? "labels" : "values", parameter.Name));
        if (given.Count == 0 && !method.IsStatic && isNamedLikeOne && !isStep)
            given.Add(new ApiParameter("values", "this")); // it was handed its data before
        if (given.All(static parameter => parameter.Meaning != "values") || IsOfLibrary(learner) || TrainsByLibrary(learner, cancellation))
            return null;
        return new ApiMember { Type = AnyOwn, Member = method.Name, Role = ApiRole.TrainingCall, Parameters = given.ToImmutable() };
    }

    private static bool AreOfLearner(IReadOnlyList<string> words)
    {
        for (var at = 0; at < words.Count; at++)
            if (s_words.Contains(words[at]) || (at > 0 && Array.IndexOf(s_pairs, (words[at - 1], words[at])) >= 0))
                return true;
        return false;
    }

    private static bool Answers(INamedTypeSymbol learner) => AnswersAbout(learner) || learner.GetMembers().Any(static member => member is IMethodSymbol { MethodKind: MethodKind.Ordinary } && s_answers.Contains(member.Name));

    private static bool AnswersAbout(INamedTypeSymbol learner) =>
        learner.GetMembers().Any(static member => member is IMethodSymbol { MethodKind: MethodKind.Ordinary, ReturnsVoid: false } && IdentifierWords.Split(member.Name) is [var verb, ..] && s_answering.Contains(verb));

    /// <summary>Whether the class calls a training method of something else: that is what learns.</summary>
    private static bool HandsOn(INamedTypeSymbol learner, CancellationToken cancellation)
    {
        foreach (var declaration in learner.DeclaringSyntaxReferences)
            foreach (var node in declaration.GetSyntax(cancellation).DescendantNodes())
                if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: not (ThisExpressionSyntax or BaseExpressionSyntax) } } && Array.IndexOf(s_training, name) >= 0)
                    return true;
        return false;
    }

    /// <summary>Arrays and collections of numbers, also of arrays of numbers.</summary>
    private static bool AreNumbers(ITypeSymbol type, int depth) => Element(type) is { } element && (element.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal or SpecialType.System_Int32 or SpecialType.System_Byte || (depth < 3 && AreNumbers(element, depth + 1)));

    /// <summary>Objects of the program's own, one by one or as a set of data.</summary>
    private static bool AreRows(ITypeSymbol type) => (Element(type) ?? type) is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, DeclaringSyntaxReferences.IsEmpty: false };

    private static ITypeSymbol? Element(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { ElementType: var element } => element,
        INamedTypeSymbol { SpecialType: not SpecialType.System_String, TypeArguments: [var element], Name: "List" or "IList" or "IEnumerable" or "ICollection" or "IReadOnlyList" or "IReadOnlyCollection" } => element,
        _ => null,
    };

    /// <summary>What derives from a library's class, or does what a library's interface says, is trained by the library.</summary>
    private static bool IsOfLibrary(INamedTypeSymbol learner)
    {
        for (var at = learner.BaseType; at is not null; at = at.BaseType)
            if (at.DeclaringSyntaxReferences.IsEmpty && Namespaces.RootOf(at) != "System")
                return true;
        return learner.AllInterfaces.Any(static contract => contract.DeclaringSyntaxReferences.IsEmpty && Namespaces.RootOf(contract) != "System");
    }

    /// <summary>A class that calls a training call of the catalog, or one of that name that does not bind, is a wrapper of a library.</summary>
    private bool TrainsByLibrary(INamedTypeSymbol learner, CancellationToken cancellation)
    {
        foreach (var declaration in learner.DeclaringSyntaxReferences)
            foreach (var node in declaration.GetSyntax(cancellation).DescendantNodes())
                if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } call && catalog.IsNameOfTrainingCall(name)
                    && (code.Operation(call, cancellation) is not IInvocationOperation { TargetMethod: var called } || catalog.Member(called) is { Role: ApiRole.TrainingCall }))
                    return true;
        return false;
    }

    /// <summary>What was found out about a method: null when it trains nothing.</summary>
    private sealed record Answer(ApiMember? Member);
}
