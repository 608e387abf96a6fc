using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

// What texts are turned into vectors with. Chats are not declared.
namespace Microsoft.Extensions.AI
{
    public class Embedding
    {
        public DateTimeOffset? CreatedAt { get; set; }
    }

    public sealed class Embedding<T> : Embedding
    {
        public extern Embedding(ReadOnlyMemory<T> vector);

        public ReadOnlyMemory<T> Vector { get; set; }
    }

    public class GeneratedEmbeddings<TEmbedding> : List<TEmbedding>
        where TEmbedding : Embedding;

    public class EmbeddingGenerationOptions
    {
        public int? Dimensions { get; set; }

        public string ModelId { get; set; }
    }

    public interface IEmbeddingGenerator : IDisposable;

    public interface IEmbeddingGenerator<in TInput, TEmbedding> : IEmbeddingGenerator
        where TEmbedding : Embedding
    {
        Task<GeneratedEmbeddings<TEmbedding>> GenerateAsync(IEnumerable<TInput> values, EmbeddingGenerationOptions options = null, CancellationToken cancellationToken = default);
    }

    public static class EmbeddingGeneratorExtensions
    {
        public static extern Task<TEmbedding> GenerateAsync<TInput, TEmbedding>(this IEmbeddingGenerator<TInput, TEmbedding> generator, TInput value, EmbeddingGenerationOptions options = null, CancellationToken cancellationToken = default)
            where TEmbedding : Embedding;

        public static extern Task<TEmbedding> GenerateEmbeddingAsync<TInput, TEmbedding>(this IEmbeddingGenerator<TInput, TEmbedding> generator, TInput value, EmbeddingGenerationOptions options = null, CancellationToken cancellationToken = default)
            where TEmbedding : Embedding;

        public static extern Task<ReadOnlyMemory<TElement>> GenerateVectorAsync<TInput, TElement>(this IEmbeddingGenerator<TInput, Embedding<TElement>> generator, TInput value, EmbeddingGenerationOptions options = null, CancellationToken cancellationToken = default);

        public static extern Task<ReadOnlyMemory<TElement>> GenerateEmbeddingVectorAsync<TInput, TElement>(this IEmbeddingGenerator<TInput, Embedding<TElement>> generator, TInput value, EmbeddingGenerationOptions options = null, CancellationToken cancellationToken = default);

        public static extern Task<(TInput Value, TEmbedding Embedding)[]> GenerateAndZipAsync<TInput, TEmbedding>(this IEmbeddingGenerator<TInput, TEmbedding> generator, IEnumerable<TInput> values, EmbeddingGenerationOptions options = null, CancellationToken cancellationToken = default)
            where TEmbedding : Embedding;
    }
}
