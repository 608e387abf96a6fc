using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>Texts that are posted to the address of an embedding service without a client of it: the address says so as far as it is in sight, else the method that posts and gives vectors. Looked for when the compilation ends, in files that have the words.</summary>
internal sealed class EmbeddingPosts(Definitions definitions, TextResolver texts)
{
    private static readonly string[] s_posts = ["PostAsync", "PostAsJsonAsync", "SendAsync", "Send"];

    /// <summary>How addresses of such services end.</summary>
    private static readonly string[] s_ends = ["/embeddings", "/embed", "/embedding", "/embed_batch", ":embedContent", ":batchEmbedContents", "/feature-extraction"];

    /// <summary>Words of such addresses; one has to stand in the file that posts, or in a name there.</summary>
    private static readonly string[] s_words =
    [
        "embeddings", "embed", "embedding", "embedContent", "batchEmbedContents", "Embedding", "Embeddings", "EmbeddingService", "GetEmbeddingAsync", "GetEmbeddingsAsync", "GenerateEmbeddingAsync", "GenerateEmbeddingsAsync", "CreateEmbeddingAsync",
        "EmbedAsync",
    ];

    private static readonly HashSet<int> s_mentioned = [.. s_words.Select(FileWords.Hash)];
    private static readonly HashSet<int> s_posting = [.. s_posts.Select(FileWords.Hash)];

    /// <summary>Whether the compilation declares anything that is named after embeddings or fine-tuning; asked of every project without a library of the catalog, so nothing is bound and no file is read for it.</summary>
    public static bool MayBeIn(Compilation compilation, CancellationToken cancellation) =>
        compilation.ContainsSymbolsWithName(static name => (name.IndexOf("Embed", StringComparison.Ordinal) >= 0 && name.IndexOf("Embedded", StringComparison.Ordinal) < 0) || name.IndexOf("FineTun", StringComparison.OrdinalIgnoreCase) >= 0, SymbolFilter.TypeAndMember, cancellation);

    /// <summary>The posts, in the order of files.</summary>
    public IEnumerable<EmbeddingCall> In(Compilation compilation, CancellationToken cancellation)
    {
        foreach (var tree in compilation.SyntaxTrees.Where(tree => FileWords.Of(tree, cancellation) is var words && words.MentionsAny(s_posting) && words.MentionsAny(s_mentioned)).OrderBy(static tree => tree.FilePath, StringComparer.Ordinal))
            foreach (var name in s_posts)
                foreach (var node in Occurrences.Calls(tree, name, cancellation))
                    if (definitions.Code.Operation(node, cancellation) is { } operation
                        && (operation is IExpressionStatementOperation statement ? statement.Operation : operation) is var call
                        && Containers.Of(call, cancellation) is { } container && Posted(call, name, container, cancellation) is { Length: > 0 } body)
                        yield return new EmbeddingCall(call, name, body, container);
    }

    /// <summary>What the call posts to such an address; null when it posts elsewhere. A client that is not in sight, as a factory gives it, goes by the name of its method.</summary>
    private IOperation[]? Posted(IOperation call, string name, ISymbol container, CancellationToken cancellation)
    {
        IReadOnlyList<IOperation> given = call switch
        {
            IInvocationOperation { TargetMethod.ContainingType.Name: "HttpClient" or "HttpMessageInvoker", Arguments: var arguments } => [.. arguments.Select(static argument => argument.Value)],
            IInvocationOperation { TargetMethod.ContainingType.Name: "HttpClientJsonExtensions", Arguments: var arguments } => [.. arguments.Skip(1).Select(static argument => argument.Value)],
            IInvalidOperation => UnboundCall.Of(call, definitions.Code, cancellation)?.Arguments ?? [],
            _ => [],
        };
        var (address, body) = name.StartsWith("Send", StringComparison.Ordinal) ? given.Count > 0 ? OfMessage(given[0], cancellation) : default : given.Count > 1 ? (given[0], [given[1]]) : default;
        if (address is null || body is not { Length: > 0 })
            return null;
        var addresses = texts.Resolve(new Expression(address, null), cancellation);
        return addresses.Exists(IsOfService) || (addresses.TrueForAll(static one => one.Resolution == Resolution.Resolution.Unknown) && EmbedderNames.IsEmbedder(container)) ? body : null;
    }

    /// <summary>The address and the content of a message, as it is made and as they are set later.</summary>
    private (IOperation? Address, IOperation[] Body) OfMessage(IOperation message, CancellationToken cancellation)
    {
        var held = Expression.Unwrap(message);
        var made = held as IObjectCreationOperation ?? definitions.Of(new Expression(held, null), cancellation)?.Values.Select(static value => value.Operation).OfType<IObjectCreationOperation>().FirstOrDefault();
        if (made is not { Type.Name: "HttpRequestMessage" })
            return default;
        var sets = made.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().ToList() ?? [];
        if (held is ILocalReferenceOperation local)
            sets.AddRange(BodyIndex.Of(local).MemberWrites.Where(write => write.Target is IPropertyReferenceOperation { Instance: ILocalReferenceOperation holder } && SymbolEqualityComparer.Default.Equals(holder.Local, local.Local)));
        var address = made.Arguments.Length > 1 ? made.Arguments[1].Value : sets.FirstOrDefault(static set => Named(set) == "RequestUri")?.Value;
        return (address, [.. sets.Where(static set => Named(set) == "Content").Select(static set => set.Value)]);

        static string? Named(ISimpleAssignmentOperation set) => (set.Target as IPropertyReferenceOperation)?.Property.Name;
    }

    private static bool IsOfService(ResolvedText address)
    {
        var text = address.ToString();
        if (text.IndexOf('?') is > 0 and var query)
            text = text.Substring(0, query);
        text = "/" + text.TrimEnd('/', '\u2026');
        return Array.Exists(s_ends, end => text.EndsWith(end, StringComparison.OrdinalIgnoreCase));
    }
}
