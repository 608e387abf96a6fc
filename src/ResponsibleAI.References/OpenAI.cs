using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

// What a language model is tuned with, and what is embedded: the files that are uploaded, the jobs, the texts. Chats are not declared.
namespace OpenAI
{
    public class OpenAIClientOptions
    {
        public Uri Endpoint { get; set; }
    }

    public class OpenAIClient
    {
        protected OpenAIClient()
        {
        }

        public extern OpenAIClient(string apiKey);

        public extern OpenAIClient(System.ClientModel.ApiKeyCredential credential, OpenAIClientOptions options = null);

        public extern Files.OpenAIFileClient GetOpenAIFileClient();

        public extern FineTuning.FineTuningClient GetFineTuningClient();

        public extern Embeddings.EmbeddingClient GetEmbeddingClient(string model);
    }
}

namespace OpenAI.Files
{
    public readonly struct FileUploadPurpose
    {
        public static FileUploadPurpose FineTune { get; }

        public static FileUploadPurpose Assistants { get; }

        public static FileUploadPurpose Batch { get; }

        public static FileUploadPurpose Vision { get; }

        public static FileUploadPurpose UserData { get; }
    }

    public class OpenAIFile
    {
        public extern string Id { get; }

        public extern string Filename { get; }
    }

    public class OpenAIFileClient
    {
        protected OpenAIFileClient()
        {
        }

        public extern OpenAIFileClient(string apiKey);

        public extern OpenAIFileClient(System.ClientModel.ApiKeyCredential credential, OpenAIClientOptions options = null);

        public extern System.ClientModel.ClientResult<OpenAIFile> UploadFile(string filePath, FileUploadPurpose purpose);

        public extern System.ClientModel.ClientResult<OpenAIFile> UploadFile(Stream file, string filename, FileUploadPurpose purpose, CancellationToken cancellationToken = default);

        public extern System.ClientModel.ClientResult<OpenAIFile> UploadFile(BinaryData file, string filename, FileUploadPurpose purpose);

        public extern Task<System.ClientModel.ClientResult<OpenAIFile>> UploadFileAsync(string filePath, FileUploadPurpose purpose);

        public extern Task<System.ClientModel.ClientResult<OpenAIFile>> UploadFileAsync(Stream file, string filename, FileUploadPurpose purpose, CancellationToken cancellationToken = default);

        public extern Task<System.ClientModel.ClientResult<OpenAIFile>> UploadFileAsync(BinaryData file, string filename, FileUploadPurpose purpose);
    }
}

namespace OpenAI.FineTuning
{
    public class FineTuningOptions
    {
        public string ValidationFile { get; set; }

        public string Suffix { get; set; }

        public int? Seed { get; set; }
    }

    public class FineTuningJob
    {
        public extern string JobId { get; }

        public extern string Status { get; }
    }

    public class FineTuningClient
    {
        protected FineTuningClient()
        {
        }

        public extern FineTuningClient(string apiKey);

        public extern FineTuningClient(System.ClientModel.ApiKeyCredential credential, OpenAIClientOptions options = null);

        public extern FineTuningJob FineTune(string baseModel, string trainingFileId, bool waitUntilCompleted, FineTuningOptions options = null, CancellationToken cancellationToken = default);

        public extern Task<FineTuningJob> FineTuneAsync(string baseModel, string trainingFileId, bool waitUntilCompleted, FineTuningOptions options = null, CancellationToken cancellationToken = default);
    }
}

namespace OpenAI.Embeddings
{
    public class EmbeddingGenerationOptions
    {
        public int? Dimensions { get; set; }

        public string EndUserId { get; set; }
    }

    public class OpenAIEmbedding
    {
        public extern int Index { get; }

        public extern ReadOnlyMemory<float> ToFloats();
    }

    public class OpenAIEmbeddingCollection : List<OpenAIEmbedding>
    {
        public extern string Model { get; }
    }

    public class EmbeddingClient
    {
        protected EmbeddingClient()
        {
        }

        public extern EmbeddingClient(string model, string apiKey);

        public extern EmbeddingClient(string model, System.ClientModel.ApiKeyCredential credential, OpenAIClientOptions options = null);

        public extern System.ClientModel.ClientResult<OpenAIEmbedding> GenerateEmbedding(string input, EmbeddingGenerationOptions options = null, CancellationToken cancellationToken = default);

        public extern Task<System.ClientModel.ClientResult<OpenAIEmbedding>> GenerateEmbeddingAsync(string input, EmbeddingGenerationOptions options = null, CancellationToken cancellationToken = default);

        public extern System.ClientModel.ClientResult<OpenAIEmbeddingCollection> GenerateEmbeddings(IEnumerable<string> inputs, EmbeddingGenerationOptions options = null, CancellationToken cancellationToken = default);

        public extern Task<System.ClientModel.ClientResult<OpenAIEmbeddingCollection>> GenerateEmbeddingsAsync(IEnumerable<string> inputs, EmbeddingGenerationOptions options = null, CancellationToken cancellationToken = default);
    }
}

namespace Azure.AI.OpenAI
{
    public class AzureOpenAIClientOptions : global::OpenAI.OpenAIClientOptions;

    public class AzureOpenAIClient : global::OpenAI.OpenAIClient
    {
        public extern AzureOpenAIClient(Uri endpoint, System.ClientModel.ApiKeyCredential credential, AzureOpenAIClientOptions options = null);

        public extern AzureOpenAIClient(Uri endpoint, AzureKeyCredential credential, AzureOpenAIClientOptions options = null);
    }
}

namespace Azure
{
    public class AzureKeyCredential
    {
        public extern AzureKeyCredential(string key);
    }
}

namespace System.ClientModel
{
    public class ApiKeyCredential
    {
        public extern ApiKeyCredential(string key);
    }

    public abstract class ClientResult<T>
    {
        public extern T Value { get; }

        public static extern implicit operator T(ClientResult<T> result);
    }
}

namespace System
{
    public class BinaryData
    {
        public static extern BinaryData FromString(string data);

        public static extern BinaryData FromBytes(byte[] data);

        public static extern BinaryData FromStream(Stream stream);
    }
}
