using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

// What a language model is tuned with, and what is embedded: the files that are uploaded, the jobs, the texts; of OpenAI's client, of OpenAI-DotNet, which has the same
// namespaces, and of Azure's. Chats are not declared.
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

        // OpenAI-DotNet has a client of the same name.
        public extern OpenAIClient(OpenAIAuthentication openAIAuthentication, OpenAISettings clientSettings = null, System.Net.Http.HttpClient client = null);

        public extern Embeddings.EmbeddingsEndpoint EmbeddingsEndpoint { get; }

        public extern Files.FilesEndpoint FilesEndpoint { get; }

        public extern FineTuning.FineTuningEndpoint FineTuningEndpoint { get; }
    }

    public sealed class OpenAIAuthentication
    {
        public extern OpenAIAuthentication(string apiKey, string organization = null, string projectId = null);

        public static extern OpenAIAuthentication LoadFromEnv(string organization = null);

        public static extern implicit operator OpenAIAuthentication(string key);
    }

    public sealed class OpenAISettings
    {
        public extern OpenAISettings(string resourceName, string deploymentId, string apiVersion = null);
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

namespace OpenAI.Files
{
    public class FileClient
    {
        public extern FileClient(string apiKey);

        public extern System.ClientModel.ClientResult<OpenAIFile> UploadFile(string filePath, FileUploadPurpose purpose);

        public extern System.ClientModel.ClientResult<OpenAIFile> UploadFile(Stream file, string filename, FileUploadPurpose purpose, CancellationToken cancellationToken = default);

        public extern Task<System.ClientModel.ClientResult<OpenAIFile>> UploadFileAsync(string filePath, FileUploadPurpose purpose);

        public extern Task<System.ClientModel.ClientResult<OpenAIFile>> UploadFileAsync(Stream file, string filename, FileUploadPurpose purpose, CancellationToken cancellationToken = default);
    }

    public static class FilePurpose
    {
        public const string FineTune = "fine-tune";

        public const string Assistants = "assistants";
    }

    public sealed class FileResponse
    {
        public string Id { get; set; }

        public extern string FileName { get; }

        public static extern implicit operator string(FileResponse file);
    }

    public sealed class FilesEndpoint
    {
        public extern Task<FileResponse> UploadFileAsync(string filePath, string purpose, CancellationToken cancellationToken = default);
    }
}

namespace OpenAI.FineTuning
{
    public sealed class CreateFineTuneJobRequest
    {
        public extern CreateFineTuneJobRequest(string model, string trainingFileId, object hyperParameters = null, string suffix = null, string validationFileId = null);
    }

    public sealed class FineTuneJobResponse
    {
        public extern string Id { get; }
    }

    public sealed class FineTuningEndpoint
    {
        public extern Task<FineTuneJobResponse> CreateJobAsync(CreateFineTuneJobRequest jobRequest, CancellationToken cancellationToken = default);
    }

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

        public extern FineTuningJob CreateFineTuningJob(System.ClientModel.BinaryContent content, bool waitUntilCompleted, System.ClientModel.Primitives.RequestOptions options = null);

        public extern Task<FineTuningJob> CreateFineTuningJobAsync(System.ClientModel.BinaryContent content, bool waitUntilCompleted, System.ClientModel.Primitives.RequestOptions options = null);

        public extern System.ClientModel.ClientResult CreateJob(System.ClientModel.BinaryContent content, System.ClientModel.Primitives.RequestOptions options = null);

        public extern Task<System.ClientModel.ClientResult> CreateJobAsync(System.ClientModel.BinaryContent content, System.ClientModel.Primitives.RequestOptions options = null);
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

    public sealed class EmbeddingsRequest
    {
        public extern EmbeddingsRequest(string input, string model = null, string user = null, int? dimensions = null);

        public extern EmbeddingsRequest(IEnumerable<string> input, string model = null, string user = null, int? dimensions = null);
    }

    public sealed class Datum
    {
        public extern IReadOnlyList<double> Embedding { get; }
    }

    public sealed class EmbeddingsResponse
    {
        public extern IReadOnlyList<Datum> Data { get; }
    }

    public sealed class EmbeddingsEndpoint
    {
        public extern Task<EmbeddingsResponse> CreateEmbeddingAsync(string input, string model = null, string user = null, int? dimensions = null, CancellationToken cancellationToken = default);

        public extern Task<EmbeddingsResponse> CreateEmbeddingAsync(IEnumerable<string> input, string model = null, string user = null, int? dimensions = null, CancellationToken cancellationToken = default);

        public extern Task<EmbeddingsResponse> CreateEmbeddingAsync(EmbeddingsRequest request, CancellationToken cancellationToken = default);
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
    // Before version 2
    public class OpenAIClient
    {
        public extern OpenAIClient(Uri endpoint, AzureKeyCredential keyCredential, OpenAIClientOptions options = null);

        public extern OpenAIClient(string openAIApiKey, OpenAIClientOptions options = null);

        public extern Response<Embeddings> GetEmbeddings(EmbeddingsOptions embeddingsOptions, CancellationToken cancellationToken = default);

        public extern Response<Embeddings> GetEmbeddings(string deploymentOrModelName, EmbeddingsOptions embeddingsOptions, CancellationToken cancellationToken = default);

        public extern Task<Response<Embeddings>> GetEmbeddingsAsync(EmbeddingsOptions embeddingsOptions, CancellationToken cancellationToken = default);

        public extern Task<Response<Embeddings>> GetEmbeddingsAsync(string deploymentOrModelName, EmbeddingsOptions embeddingsOptions, CancellationToken cancellationToken = default);
    }

    public class OpenAIClientOptions;

    public class EmbeddingsOptions
    {
        public extern EmbeddingsOptions();

        public extern EmbeddingsOptions(string input);

        public extern EmbeddingsOptions(IEnumerable<string> input);

        public extern EmbeddingsOptions(string deploymentName, IEnumerable<string> input);

        public string DeploymentName { get; set; }

        public IList<string> Input { get; }
    }

    public class EmbeddingItem
    {
        public extern ReadOnlyMemory<float> Embedding { get; }
    }

    public class Embeddings
    {
        public extern IReadOnlyList<EmbeddingItem> Data { get; }
    }

    public class AzureOpenAIClientOptions : global::OpenAI.OpenAIClientOptions;

    public class AzureOpenAIClient : global::OpenAI.OpenAIClient
    {
        public extern AzureOpenAIClient(Uri endpoint, System.ClientModel.ApiKeyCredential credential, AzureOpenAIClientOptions options = null);

        public extern AzureOpenAIClient(Uri endpoint, AzureKeyCredential credential, AzureOpenAIClientOptions options = null);
    }
}

namespace Azure
{
    public abstract class Response<T>
    {
        public extern T Value { get; }

        public static extern implicit operator T(Response<T> response);
    }

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

    public class ClientResult
    {
        public extern Primitives.PipelineResponse GetRawResponse();
    }

    public abstract class BinaryContent
    {
        public static extern BinaryContent Create(BinaryData data);
    }

    public abstract class ClientResult<T>
    {
        public extern T Value { get; }

        public static extern implicit operator T(ClientResult<T> result);
    }
}

namespace System.ClientModel.Primitives
{
    public abstract class PipelineResponse
    {
        public extern BinaryData Content { get; }
    }

    public class RequestOptions;
}

namespace System
{
    public class BinaryData
    {
        public static extern BinaryData FromObjectAsJson<T>(T jsonSerializable);

        public static extern BinaryData FromString(string data);

        public static extern BinaryData FromBytes(byte[] data);

        public static extern BinaryData FromStream(Stream stream);
    }
}
