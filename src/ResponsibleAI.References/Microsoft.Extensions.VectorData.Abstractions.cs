using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

// What keeps texts beside their vectors.
namespace Microsoft.Extensions.VectorData
{
    public abstract class VectorStoreCollection<TKey, TRecord> : IDisposable
        where TRecord : class
    {
        public abstract Task UpsertAsync(TRecord record, CancellationToken cancellationToken = default);

        public abstract Task UpsertAsync(IEnumerable<TRecord> records, CancellationToken cancellationToken = default);

        public extern Task EnsureCollectionExistsAsync(CancellationToken cancellationToken = default);

        public extern void Dispose();
    }

    public interface IVectorStoreRecordCollection<TKey, TRecord>
    {
        Task CreateCollectionIfNotExistsAsync(CancellationToken cancellationToken = default);

        Task<TKey> UpsertAsync(TRecord record, CancellationToken cancellationToken = default);

        IEnumerable<TKey> UpsertBatchAsync(IEnumerable<TRecord> records, CancellationToken cancellationToken = default);
    }

    public abstract class VectorStore : IDisposable
    {
        public abstract VectorStoreCollection<TKey, TRecord> GetCollection<TKey, TRecord>(string name)
            where TRecord : class;

        public extern void Dispose();
    }

    [AttributeUsage(AttributeTargets.Property)]
    public sealed class VectorStoreKeyAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Property)]
    public sealed class VectorStoreDataAttribute : Attribute
    {
        public bool IsIndexed { get; set; }

        public bool IsFullTextIndexed { get; set; }
    }

    [AttributeUsage(AttributeTargets.Property)]
    public sealed class VectorStoreVectorAttribute : Attribute
    {
        public extern VectorStoreVectorAttribute(int dimensions);

        public string DistanceFunction { get; set; }
    }
}
