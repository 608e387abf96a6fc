using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>Tells embeddings by the name of the method where nothing else does: the client's package is not in sight, or the code is written against an interface of its own that another project implements.</summary>
internal static class EmbedderNames
{
    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "CreateEmbedding", "CreateEmbeddingAsync", "CreateEmbeddings", "CreateEmbeddingsAsync", "EmbedAsync", "EmbedContentAsync", "EmbedDocumentAsync", "EmbedDocumentsAsync", "EmbedTextAsync",
        "GenerateEmbedding", "GenerateEmbeddingAsync", "GenerateEmbeddings", "GenerateEmbeddingsAsync", "GenerateEmbeddingVectorAsync", "GetEmbedding", "GetEmbeddingAsync", "GetEmbeddings",
        "GetEmbeddingsAsync", "SaveInformationAsync", "SaveReferenceAsync",
    };

    public static IEnumerable<string> All => s_names;

    /// <summary>What a call is given that does not bind and is named as an embedding; null for any other. A method of the program's own is read itself.</summary>
    public static UnboundCall? OfUnbound(IOperation call, string name, CodeReader code, CancellationToken cancellation) =>
        s_names.Contains(name) && call is { SemanticModel: { } model, Syntax: InvocationExpressionSyntax syntax }
            && !model.GetMemberGroup(syntax.Expression, cancellation).Any(static meant => !meant.DeclaringSyntaxReferences.IsEmpty)
            ? UnboundCall.Of(call, code, cancellation) : null;

    /// <summary>Whether the method is named so, gives vectors, and belongs to an interface or abstract class whose implementation is not in sight.</summary>
    public static bool IsContract(IMethodSymbol method, CodeReader code, CancellationToken cancellation) =>
        s_names.Contains(method.Name) && method is { IsAbstract: true, DeclaringSyntaxReferences.IsEmpty: false } && GivesVectors(method.ReturnType, 0)
        && !code.Implementations(method, cancellation).Any();

    /// <summary>Whether a method of the program's own is named as an embedding and gives vectors.</summary>
    public static bool IsEmbedder(ISymbol member) => member is IMethodSymbol method && method.Name.IndexOf("Embed", StringComparison.Ordinal) >= 0 && GivesVectors(method.ReturnType, 0);

    private static bool GivesVectors(ITypeSymbol type, int depth) => depth < 4 && type switch
    {
        IArrayTypeSymbol array => IsNumber(array.ElementType) || GivesVectors(array.ElementType, depth + 1),
        INamedTypeSymbol { SpecialType: SpecialType.None } named => named.Name.IndexOf("Embedding", StringComparison.Ordinal) >= 0 || named.Name == "Vector"
            || named.TypeArguments.Any(argument => IsNumber(argument) || GivesVectors(argument, depth + 1)),
        _ => false,
    };

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is SpecialType.System_Single or SpecialType.System_Double;
}
