using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

// What a language model is tuned with, and what is embedded, by this client. Chats are not declared.
namespace OpenAI
{
    public class OpenAIOptions
    {
        public string ApiKey { get; set; }

        public string Organization { get; set; }

        public string BaseDomain { get; set; }
    }
}

namespace OpenAI.Interfaces
{
    public interface IOpenAIService
    {
        IEmbeddingService Embeddings { get; }

        IFileService Files { get; }

        IFineTuneService FineTunes { get; }

        IFineTuningJobService FineTuningJob { get; }
    }

    public interface IEmbeddingService
    {
        Task<ObjectModels.ResponseModels.EmbeddingCreateResponse> CreateEmbedding(ObjectModels.RequestModels.EmbeddingCreateRequest createEmbeddingModel, CancellationToken cancellationToken = default);
    }

    public interface IFileService
    {
        Task<ObjectModels.ResponseModels.FileUploadResponse> FileUpload(string purpose, Stream file, string fileName, CancellationToken cancellationToken = default);

        Task<ObjectModels.ResponseModels.FileUploadResponse> FileUpload(string purpose, byte[] file, string fileName, CancellationToken cancellationToken = default);

        Task<ObjectModels.ResponseModels.FileUploadResponse> UploadFile(string purpose, Stream file, string fileName, CancellationToken cancellationToken = default);

        Task<ObjectModels.ResponseModels.FileUploadResponse> UploadFile(string purpose, byte[] file, string fileName, CancellationToken cancellationToken = default);
    }

    public static class FileExtensions
    {
        public static extern Task<ObjectModels.ResponseModels.FileUploadResponse> FileUpload(this IFileService service, ObjectModels.UploadFilePurposes.UploadFilePurpose purpose, Stream file, string fileName, CancellationToken cancellationToken = default);

        public static extern Task<ObjectModels.ResponseModels.FileUploadResponse> FileUpload(this IFileService service, ObjectModels.UploadFilePurposes.UploadFilePurpose purpose, byte[] file, string fileName, CancellationToken cancellationToken = default);

        public static extern Task<ObjectModels.ResponseModels.FileUploadResponse> UploadFile(this IFileService service, ObjectModels.UploadFilePurposes.UploadFilePurpose purpose, Stream file, string fileName, CancellationToken cancellationToken = default);

        public static extern Task<ObjectModels.ResponseModels.FileUploadResponse> UploadFile(this IFileService service, ObjectModels.UploadFilePurposes.UploadFilePurpose purpose, byte[] file, string fileName, CancellationToken cancellationToken = default);
    }

    public interface IFineTuneService
    {
        Task<ObjectModels.ResponseModels.FineTuneResponse> CreateFineTune(ObjectModels.RequestModels.FineTuneCreateRequest createFineTuneRequest, CancellationToken cancellationToken = default);
    }

    public interface IFineTuningJobService
    {
        Task<ObjectModels.ResponseModels.FineTuneResponse> CreateFineTuningJob(ObjectModels.RequestModels.FineTuningJobCreateRequest createFineTuningJobRequest, CancellationToken cancellationToken = default);
    }
}

namespace OpenAI.Managers
{
    public class OpenAIService : Interfaces.IOpenAIService
    {
        public extern OpenAIService(OpenAIOptions settings, System.Net.Http.HttpClient httpClient = null);

        public extern Interfaces.IEmbeddingService Embeddings { get; }

        public extern Interfaces.IFileService Files { get; }

        public extern Interfaces.IFineTuneService FineTunes { get; }

        public extern Interfaces.IFineTuningJobService FineTuningJob { get; }
    }
}

namespace OpenAI.ObjectModels
{
    public static class UploadFilePurposes
    {
        public enum UploadFilePurpose
        {
            FineTune,
            Assistants,
        }

        public const string FineTune = "fine-tune";
    }

    public static class Models
    {
        public const string TextEmbeddingAdaV2 = "text-embedding-ada-002";

        public const string TextEmbeddingV3Small = "text-embedding-3-small";

        public const string TextEmbeddingV3Large = "text-embedding-3-large";

        public const string Gpt_3_5_Turbo = "gpt-3.5-turbo";
    }
}

namespace OpenAI.ObjectModels.RequestModels
{
    public class EmbeddingCreateRequest
    {
        public List<string> InputAsList { get; set; }

        public string Input { get; set; }

        public string Model { get; set; }

        public int? Dimensions { get; set; }
    }

    public class FineTuneCreateRequest
    {
        public string TrainingFile { get; set; }

        public string ValidationFile { get; set; }

        public string Model { get; set; }

        public string Suffix { get; set; }
    }

    public class FineTuningJobCreateRequest
    {
        public string TrainingFile { get; set; }

        public string ValidationFile { get; set; }

        public string Model { get; set; }

        public string Suffix { get; set; }
    }
}

namespace OpenAI.ObjectModels.ResponseModels
{
    public class BaseResponse
    {
        public extern bool Successful { get; }

        public Error Error { get; set; }
    }

    public class Error
    {
        public string Code { get; set; }

        public string Message { get; set; }
    }

    public class EmbeddingResponse
    {
        public List<double> Embedding { get; set; }
    }

    public class EmbeddingCreateResponse : BaseResponse
    {
        public List<EmbeddingResponse> Data { get; set; }
    }

    public class FileUploadResponse : BaseResponse
    {
        public string Id { get; set; }
    }

    public class FineTuneResponse : BaseResponse
    {
        public string Id { get; set; }
    }
}

namespace OpenAI
{
    public class OpenAiOptions : OpenAIOptions;
}
