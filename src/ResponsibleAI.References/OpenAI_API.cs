using System.Threading.Tasks;

// What is uploaded and embedded by this client. Chats are not declared.
namespace OpenAI_API
{
    public class APIAuthentication
    {
        public extern APIAuthentication(string apiKey);

        public static extern implicit operator APIAuthentication(string key);
    }

    public class OpenAIAPI
    {
        public extern OpenAIAPI(APIAuthentication apiKeys = null);

        public extern Embedding.IEmbeddingEndpoint Embeddings { get; }

        public extern Files.IFilesEndpoint Files { get; }
    }
}

namespace OpenAI_API.Embedding
{
    public class EmbeddingRequest
    {
        public extern EmbeddingRequest();

        public extern EmbeddingRequest(string input);

        public string Input { get; set; }
    }

    public class Data
    {
        public extern float[] Embedding { get; }
    }

    public class EmbeddingResult
    {
        public extern System.Collections.Generic.List<Data> Data { get; }
    }

    public interface IEmbeddingEndpoint
    {
        Task<EmbeddingResult> CreateEmbeddingAsync(string input);

        Task<EmbeddingResult> CreateEmbeddingAsync(EmbeddingRequest request);

        Task<float[]> GetEmbeddingsAsync(string input);

        Task<float[]> GetEmbeddingsAsync(EmbeddingRequest request);
    }
}

namespace OpenAI_API.Files
{
    public class File
    {
        public extern string Id { get; }
    }

    public interface IFilesEndpoint
    {
        Task<File> UploadFileAsync(string filePath, string purpose = "fine-tune");
    }
}
