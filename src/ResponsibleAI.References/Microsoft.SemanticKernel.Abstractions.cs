using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

// What texts are turned into vectors with, and what keeps them. Prompts and chats are not declared.
namespace Microsoft.SemanticKernel
{
    public sealed class Kernel
    {
        public static extern IKernelBuilder CreateBuilder();

        public extern T GetRequiredService<T>(object serviceKey = null)
            where T : class;
    }

    public interface IKernelBuilder
    {
        Kernel Build();
    }
}

namespace Microsoft.SemanticKernel.Embeddings
{
    public interface IEmbeddingGenerationService<TValue, TEmbedding>
        where TEmbedding : unmanaged
    {
        Task<IList<ReadOnlyMemory<TEmbedding>>> GenerateEmbeddingsAsync(IList<TValue> data, Kernel kernel = null, CancellationToken cancellationToken = default);
    }

    public interface ITextEmbeddingGenerationService : IEmbeddingGenerationService<string, float>;

    public static class EmbeddingGenerationExtensions
    {
        public static extern Task<ReadOnlyMemory<TEmbedding>> GenerateEmbeddingAsync<TValue, TEmbedding>(this IEmbeddingGenerationService<TValue, TEmbedding> generator, TValue value, Kernel kernel = null, CancellationToken cancellationToken = default)
            where TEmbedding : unmanaged;
    }
}

namespace Microsoft.SemanticKernel.Memory
{
    public interface ISemanticTextMemory
    {
        Task<string> SaveInformationAsync(string collection, string text, string id, string description = null, string additionalMetadata = null, Kernel kernel = null, CancellationToken cancellationToken = default);

        Task<string> SaveReferenceAsync(string collection, string text, string externalId, string externalSourceName, string description = null, string additionalMetadata = null, Kernel kernel = null, CancellationToken cancellationToken = default);
    }
}
