using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Apis;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>A call that the compiler could not bind, mostly because a package is not in sight: what its syntax still tells.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Receiver">What it is called on; null when that cannot be seen.</param>
/// <param name="Arguments">Those that can be seen, in order.</param>
internal sealed record UnboundCall(string Name, IOperation? Receiver, IReadOnlyList<IOperation> Arguments)
{
    private const string NotCompiling = "the code does not compile";
    private const string NoPackage = " is a member of no package in sight";

    /// <summary>Whether a reason says that a package is missing, not only that code is unfinished.</summary>
    public static bool SaysNoPackage(string reason) => reason.EndsWith(NoPackage, StringComparison.Ordinal);

    /// <summary>The rows that the call names itself, as Train&lt;row, prediction&gt;() did before version 1.0; else null.</summary>
    public INamedTypeSymbol? RowType { get; private init; }

    /// <summary>Why it does not bind.</summary>
    public string Missing { get; private init; } = NotCompiling;

    private const string GradientOfLoss = "backward";

    /// <summary>The name of pipeline.Train&lt;row, prediction&gt;(), as it was before version 1.0.</summary>
    public const string OldTraining = "Train";

    /// <summary>The name of model.WriteAsync(path), as it was before version 0.6.</summary>
    public const string OldSave = "WriteAsync";

    /// <summary>What <see cref="OldSave"/> does.</summary>
    public static ApiMember OldSaver { get; } = new() { Type = "Microsoft.ML.PredictionModel", Member = OldSave, Role = ApiRole.Saver };

    /// <summary>Whether it is <see cref="OldTraining"/> with its two types.</summary>
    public static bool IsOldTraining(SimpleNameSyntax name) => name is GenericNameSyntax { Identifier.ValueText: OldTraining, TypeArgumentList.Arguments.Count: 2 };

    public static UnboundCall? Of(IOperation operation, CodeReader code, CancellationToken cancellation)
    {
        if (operation is not IInvalidOperation { Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call })
            return null;

        var arguments = new List<IOperation>();
        foreach (var argument in call.ArgumentList.Arguments)
            if (code.Operation(argument.Expression, cancellation) is { } value)
                arguments.Add(Expression.Unwrap(value));
        return new UnboundCall(access.Name.Identifier.ValueText, code.Operation(access.Expression, cancellation) is { } receiver ? Expression.Unwrap(receiver) : null, arguments)
        {
            RowType = IsOldTraining(access.Name) && operation.SemanticModel!.GetTypeInfo(((GenericNameSyntax)access.Name).TypeArgumentList.Arguments[0], cancellation).Type is INamedTypeSymbol { TypeKind: not TypeKind.Error } row ? row : null,
            Missing = Reason(operation, cancellation) ?? NotCompiling,
        };
    }

    /// <summary>The member of the catalog that is meant, when only what it is given does not bind.</summary>
    public static ApiMember? Meant(IOperation operation, ApiCatalog catalog, CancellationToken cancellation) => Meant(operation, catalog, cancellation, out _);

    private static ApiMember? Meant(IOperation operation, ApiCatalog catalog, CancellationToken cancellation, out IMethodSymbol? meant)
    {
        meant = null;
        if (operation is not IInvalidOperation { SemanticModel: { } model, Syntax: InvocationExpressionSyntax call })
            return null;
        foreach (var candidate in model.GetSymbolInfo(call, cancellation).CandidateSymbols.Concat(model.GetMemberGroup(call.Expression, cancellation)))
            if (candidate is IMethodSymbol method && catalog.Member(method) is { } member)
            {
                meant = method;
                return member;
            }

        // In older versions of TorchSharp a function computed the loss that today is a module.
        if (call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: GradientOfLoss, Expression: var loss }, ArgumentList.Arguments.Count: 0 } && model.GetTypeInfo(loss, cancellation).Type is null or { TypeKind: TypeKind.Error })
            meant = model.Compilation.GetTypeByMetadataName("TorchSharp.torch+Tensor")?.GetMembers(GradientOfLoss).OfType<IMethodSymbol>().FirstOrDefault();
        return meant is null ? null : catalog.Member(meant);
    }

    /// <summary>What the meant member is given for the parameter of this meaning; null when it is given none that can be seen.</summary>
    public static IOperation? Argument(IOperation operation, string meaning, ApiCatalog catalog, CodeReader code, CancellationToken cancellation)
    {
        if (Meant(operation, catalog, cancellation, out var method) is not { } member || operation.Syntax is not InvocationExpressionSyntax call)
            return null;
        foreach (var parameter in member.Parameters.Where(parameter => parameter.Meaning == meaning))
        {
            if (parameter.Name == "this" && call.Expression is MemberAccessExpressionSyntax { Expression: var receiver })
                return code.Operation(receiver, cancellation);
            var given = call.ArgumentList.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter.Name);
            if (given is null && method!.Parameters.FirstOrDefault(declared => declared.Name == parameter.Name) is { Ordinal: var at } && at < call.ArgumentList.Arguments.Count && call.ArgumentList.Arguments[at].NameColon is null)
                given = call.ArgumentList.Arguments[at];
            if (given is not null)
                return code.Operation(given.Expression, cancellation);
        }

        return null;
    }

    /// <summary>What is put into a collection of a vector store whose package is not in sight: the collection is asked for with the types of its keys and records. Null for any other call.</summary>
    public static IOperation? IntoCollection(IOperation operation, Definitions definitions, CancellationToken cancellation)
    {
        if (Of(operation, definitions.Code, cancellation) is not { Receiver: { } receiver, Arguments: [var record, ..] })
            return null;
        return IsAsked(receiver) || definitions.Of(new Expression(receiver, null), cancellation)?.Values.Any(static held => IsAsked(held.Operation)) == true ? record : null;

        static bool IsAsked(IOperation collection) => collection.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.ValueText: "GetCollection", TypeArgumentList.Arguments.Count: 2 } } };
    }

    /// <summary>Why an expression is not bound: the first name in it that nothing declares. Null when the expression is bound.</summary>
    public static string? Reason(IOperation operation, CancellationToken cancellation)
    {
        if (operation is not IInvalidOperation { SemanticModel: { } model, Syntax: ExpressionSyntax syntax })
            return operation is IInvalidOperation ? NotCompiling : null;

        // What a chain is called on stands before the call, so the innermost name comes first.
        foreach (var name in Spine(syntax))
            if (model.GetSymbolInfo(name, cancellation) is { Symbol: null, CandidateSymbols.IsEmpty: true })
                return $"'{name.Identifier.ValueText}'{NoPackage}";
        return NotCompiling;
    }

    /// <summary>The names of a chain of calls and members, first to last, arguments last.</summary>
    private static IEnumerable<SimpleNameSyntax> Spine(ExpressionSyntax syntax)
    {
        const int Longest = 64;
        var names = new Stack<SimpleNameSyntax>();
        var arguments = new List<ExpressionSyntax>();
        for (ExpressionSyntax? at = syntax; at is not null && names.Count < Longest;)
        {
            switch (at)
            {
                case InvocationExpressionSyntax call:
                    arguments.AddRange(call.ArgumentList.Arguments.Select(static argument => argument.Expression));
                    at = call.Expression;
                    break;
                case MemberAccessExpressionSyntax access:
                    names.Push(access.Name);
                    at = access.Expression;
                    break;
                case SimpleNameSyntax name:
                    names.Push(name);
                    at = null;
                    break;
                case ObjectCreationExpressionSyntax { Type: SimpleNameSyntax type }:
                    names.Push(type);
                    at = null;
                    break;
                default:
                    at = null;
                    break;
            }
        }

        return names.Concat(arguments.Take(Longest).SelectMany(static argument => argument is InvocationExpressionSyntax or MemberAccessExpressionSyntax ? argument.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Where(static name => name.Parent is MemberAccessExpressionSyntax access && access.Name == name) : []));
    }
}
