using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>Which table or collection of a database an expression stands for, as object mappers name them: after a set of a context, after a text, or after the type of its rows.</summary>
internal sealed class TableNames(Definitions definitions, CancellationToken cancellation)
{
    private readonly TypeArguments _typeArguments = new(definitions.Code);

    /// <summary>The table; null when the expression stands for none.</summary>
    public Table? Of(Expression value) => value.Operation switch
    {
        IMemberReferenceOperation { Type.Name: "DbSet" or "IDbSet" or "ObjectSet" or "IMongoCollection" } set => OfSet(set, value),
        IInvocationOperation or IInvalidOperation when Asked(value.Operation) is { } asked => OfCall(asked, value),
        _ => null,
    };

    private Table OfSet(IMemberReferenceOperation set, Expression value)
    {
        // A field holds the set of a context under a name of its own.
        if (set.Member is IPropertySymbol)
            return new Table(set.Member.Name, set);
        if (definitions.Of(value, cancellation) is { Values: [{ Operation: var got } only] } && Asked(got) is { ArgumentList.Arguments.Count: > 0 } asked)
            return OfCall(asked, only);
        return new Table(set.Type is INamedTypeSymbol { TypeArguments: [var row] } ? Row(row, value.Frame) : null, set);
    }

    private Table OfCall(InvocationExpressionSyntax asked, Expression value) => asked switch
    {
        { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: string name } }] } => new Table(name, value.Operation),
        { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { TypeArgumentList.Arguments: [var row] } } } => new Table(Row(value.Operation.SemanticModel!.GetTypeInfo(row, cancellation).Type, value.Frame), value.Operation),
        _ => new Table(null, value.Operation),
    };

    /// <summary>The call in context.Set&lt;row&gt;(), connection.Table&lt;row&gt;(), database.GetCollection&lt;row&gt;("name").</summary>
    private static InvocationExpressionSyntax? Asked(IOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.ValueText: var name, TypeArgumentList.Arguments.Count: 1 } } } asked
        && call is not IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: false }
        && (name == "GetCollection" ? asked.ArgumentList.Arguments is [{ Expression: LiteralExpressionSyntax { Token.Value: string } }]
            : name is "Set" or "Table" or "Query" or "GetAll" or "GetAllAsync" or "GetItemLinqQueryable" && asked.ArgumentList.Arguments.Count == 0)
            ? asked : null;

    private string? Row(ITypeSymbol? type, Frame? frame) => type switch
    {
        INamedTypeSymbol row => row.Name,
        ITypeParameterSymbol parameter when _typeArguments.Of(parameter, frame, cancellation) is [var only] => only.Name,
        _ => null,
    };
}

/// <summary>A table or collection.</summary>
/// <param name="Name">Null when it cannot be seen.</param>
/// <param name="At">Where it is named.</param>
internal sealed record Table(string? Name, IOperation At);
