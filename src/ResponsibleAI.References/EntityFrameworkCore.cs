using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;
using System.Threading;
using System.Threading.Tasks;

// Where rows of a database come from: the sets of a context, and the calls that read them.
namespace Microsoft.EntityFrameworkCore
{
    public abstract class DbContextOptions;

    public class DbContextOptions<TContext> : DbContextOptions
        where TContext : DbContext;

    public class DbContext : IDisposable
    {
        protected DbContext()
        {
        }

        public extern DbContext(DbContextOptions options);

        public extern DbSet<TEntity> Set<TEntity>()
            where TEntity : class;

        public extern int SaveChanges();

        public extern Task<int> SaveChangesAsync(CancellationToken cancellationToken = default);

        public extern void Dispose();
    }

    public abstract class DbSet<TEntity> : IQueryable<TEntity>
        where TEntity : class
    {
        public extern Type ElementType { get; }

        public extern Expression Expression { get; }

        public extern IQueryProvider Provider { get; }

        public extern TEntity Find(params object[] keyValues);

        public extern void AddRange(IEnumerable<TEntity> entities);

        public extern IEnumerator<TEntity> GetEnumerator();

        extern IEnumerator IEnumerable.GetEnumerator();
    }

    public interface IDbContextFactory<TContext>
        where TContext : DbContext
    {
        TContext CreateDbContext();
    }

    public static class EntityFrameworkQueryableExtensions
    {
        public static extern IQueryable<TEntity> AsNoTracking<TEntity>(this IQueryable<TEntity> source)
            where TEntity : class;

        public static extern IQueryable<TEntity> AsSplitQuery<TEntity>(this IQueryable<TEntity> source)
            where TEntity : class;

        public static extern IQueryable<TEntity> IgnoreQueryFilters<TEntity>(this IQueryable<TEntity> source)
            where TEntity : class;

        public static extern IIncludableQueryable<TEntity, TProperty> Include<TEntity, TProperty>(this IQueryable<TEntity> source, Expression<Func<TEntity, TProperty>> navigationPropertyPath)
            where TEntity : class;

        public static extern IQueryable<TEntity> Include<TEntity>(this IQueryable<TEntity> source, string navigationPropertyPath)
            where TEntity : class;

        public static extern IIncludableQueryable<TEntity, TProperty> ThenInclude<TEntity, TPreviousProperty, TProperty>(
            this IIncludableQueryable<TEntity, IEnumerable<TPreviousProperty>> source, Expression<Func<TPreviousProperty, TProperty>> navigationPropertyPath)
            where TEntity : class;

        public static extern IIncludableQueryable<TEntity, TProperty> ThenInclude<TEntity, TPreviousProperty, TProperty>(
            this IIncludableQueryable<TEntity, TPreviousProperty> source, Expression<Func<TPreviousProperty, TProperty>> navigationPropertyPath)
            where TEntity : class;

        public static extern Task<List<TSource>> ToListAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default);

        public static extern Task<TSource[]> ToArrayAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default);

        public static extern Task<Dictionary<TKey, TSource>> ToDictionaryAsync<TSource, TKey>(this IQueryable<TSource> source, Func<TSource, TKey> keySelector, CancellationToken cancellationToken = default);

        public static extern Task<TSource> FirstOrDefaultAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default);

        public static extern Task<int> CountAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default);
    }

    public static class RelationalQueryableExtensions
    {
        public static extern IQueryable<TEntity> FromSqlRaw<TEntity>(this DbSet<TEntity> source, string sql, params object[] parameters)
            where TEntity : class;

        public static extern IQueryable<TEntity> FromSqlInterpolated<TEntity>(this DbSet<TEntity> source, FormattableString sql)
            where TEntity : class;
    }

    public interface IIncludableQueryable<out TEntity, out TProperty> : IQueryable<TEntity>;
}

namespace Microsoft.AspNetCore.Identity.EntityFrameworkCore
{
    public class IdentityDbContext<TUser> : Microsoft.EntityFrameworkCore.DbContext
        where TUser : class
    {
        protected IdentityDbContext()
        {
        }

        public extern IdentityDbContext(Microsoft.EntityFrameworkCore.DbContextOptions options);

        public Microsoft.EntityFrameworkCore.DbSet<TUser> Users { get; set; }
    }
}
