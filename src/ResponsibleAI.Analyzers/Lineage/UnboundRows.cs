using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>Tells the row type of a collection whose own type is not known, because a package that makes it is not in sight: what its syntax still says.</summary>
internal sealed class UnboundRows(Definitions definitions)
{
    private const int Deepest = 12;

    private static readonly string[] s_collections = ["Set", "Collection", "List", "Table", "Query", "Queryable", "Enumerable", "Array", "Bag", "Pageable"];

    /// <summary>The type of a row; null when nothing says it.</summary>
    public INamedTypeSymbol? TypeOf(Expression rows, CancellationToken cancellation) => TypeOf(rows, 0, cancellation);

    private INamedTypeSymbol? TypeOf(Expression rows, int depth, CancellationToken cancellation)
    {
        if (depth > Deepest)
            return null;
        if (ElementOf(rows.Operation.Type) is { } known)
            return known;
        if (rows.Operation is { SemanticModel: { } model, Syntax: ExpressionSyntax syntax } && InSyntax(syntax, model, depth, cancellation) is { } written)
            return written;
        foreach (var value in definitions.Of(rows, cancellation)?.Values ?? [])
            if (TypeOf(value, depth + 1, cancellation) is { } defined)
                return defined;
        return null;
    }

    private INamedTypeSymbol? InSyntax(ExpressionSyntax syntax, SemanticModel model, int depth, CancellationToken cancellation)
    {
        while (true)
        {
            switch (syntax)
            {
                case AwaitExpressionSyntax awaited:
                    syntax = awaited.Expression;
                    continue;
                case ParenthesizedExpressionSyntax parenthesized:
                    syntax = parenthesized.Expression;
                    continue;
                case PostfixUnaryExpressionSyntax forgiven:
                    syntax = forgiven.Operand;
                    continue;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { TypeArgumentList.Arguments: [.., var named] } } }:
                    return model.GetTypeInfo(named, cancellation).Type is { } type ? ElementOf(type) ?? Row(type) : null;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }, ArgumentList.Arguments: [.., { Expression: LambdaExpressionSyntax lambda }] } when Makes(name, lambda):
                    return Returned(lambda) is { } returned ? Made(returned, name == "SelectMany") : null;
                case QueryExpressionSyntax { Body: var body }:
                    while (body.Continuation is { } further)
                        body = further.Body;
                    return body.SelectOrGroup is SelectClauseSyntax { Expression: var selected } ? Made(selected, false) : null;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call }:
                    // Where, OrderBy, ToList and ToListAsync hand on what they are called on.
                    syntax = call.Expression;
                    continue;
                default:
                    return depth < Deepest && definitions.Code.Operation(syntax, cancellation) is { } held && (held.Syntax != syntax || held is not IInvalidOperation) ? Held(Expression.Unwrap(held), depth, cancellation) : null;
            }
        }

        INamedTypeSymbol? Made(ExpressionSyntax row, bool mayBeSeveral)
        {
            var type = model.GetTypeInfo(row, cancellation).Type;
            return (mayBeSeveral ? ElementOf(type) : null) ?? Row(type);
        }
    }

    /// <summary>Whether the operator gives what its last function makes.</summary>
    private static bool Makes(string name, LambdaExpressionSyntax function) =>
        name is "Select" or "SelectMany" or "ConvertAll" or "Join" or "LeftJoin" or "GroupJoin" or "Zip" || (name == "GroupBy" && function is ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters.Count: 2 });

    private INamedTypeSymbol? Held(IOperation held, int depth, CancellationToken cancellation)
    {
        if (ElementOf(held.Type) is { } known)
            return known;
        foreach (var value in definitions.Of(new Expression(held, null), cancellation)?.Values ?? [])
            if (TypeOf(value, depth + 1, cancellation) is { } defined)
                return defined;
        return null;
    }

    private static ExpressionSyntax? Returned(LambdaExpressionSyntax lambda) => lambda.ExpressionBody ?? lambda.Block?.Statements.OfType<ReturnStatementSyntax>().LastOrDefault()?.Expression;

    /// <summary>What a collection holds: what it enumerates, or, where its type is not in sight, as DbSet without Entity Framework, the one type that it names.</summary>
    private static INamedTypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => Row(array.ElementType),
        INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } => ElementOf(result),
        INamedTypeSymbol { TypeKind: TypeKind.Error } unseen => unseen.TypeArguments is [var element] && IsNamedAsCollection(unseen.Name) ? Row(element) : null,
        INamedTypeSymbol { SpecialType: not SpecialType.System_String } seen => Enumerated(seen) is { } element ? Row(element) : ElementOf(seen.BaseType),
        _ => null,
    };

    private static ITypeSymbol? Enumerated(INamedTypeSymbol type)
    {
        if (IsSequence(type))
            return type.TypeArguments[0];
        foreach (var implemented in type.AllInterfaces)
            if (IsSequence(implemented))
                return implemented.TypeArguments[0];
        return null;

        static bool IsSequence(INamedTypeSymbol type) => type is { Name: "IEnumerable" or "IAsyncEnumerable", Arity: 1 };
    }

    /// <summary>DbSet, IMongoCollection, TableQuery, AsyncPageable, PagedList, but not Option, Lazy or Repository: of what only holds a value, or gives it away, the type says nothing of rows.</summary>
    private static bool IsNamedAsCollection(string name) => Array.Exists(s_collections, word => name.EndsWith(word, StringComparison.Ordinal));

    private static INamedTypeSymbol? Row(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None, IsTupleType: false, IsAnonymousType: false, Name: not "KeyValuePair" } row ? row : null;
}
