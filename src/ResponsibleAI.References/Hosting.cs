using System;
using System.Collections.Generic;
using System.Threading.Tasks;

// What training code reads paths and settings from in services and web applications. They come with the platform of such projects, so no package is named.
namespace Microsoft.Extensions.Options
{
    public interface IOptions<out TOptions>
        where TOptions : class
    {
        TOptions Value { get; }
    }

    public interface IOptionsSnapshot<out TOptions> : IOptions<TOptions>
        where TOptions : class
    {
        TOptions Get(string name);
    }

    public interface IOptionsMonitor<out TOptions>
    {
        TOptions CurrentValue { get; }
    }

    public static class Options
    {
        public static extern IOptions<TOptions> Create<TOptions>(TOptions options)
            where TOptions : class;
    }
}

namespace Microsoft.Extensions.Configuration
{
    public interface IConfiguration
    {
        string this[string key] { get; set; }

        IConfigurationSection GetSection(string key);

        IEnumerable<IConfigurationSection> GetChildren();
    }

    public interface IConfigurationSection : IConfiguration
    {
        string Key { get; }

        string Path { get; }

        string Value { get; set; }
    }

    public interface IConfigurationRoot : IConfiguration;

    public interface IConfigurationBuilder
    {
        IConfigurationRoot Build();
    }

    public class ConfigurationBuilder : IConfigurationBuilder
    {
        public extern IConfigurationRoot Build();
    }

    public static class JsonConfigurationExtensions
    {
        public static extern IConfigurationBuilder AddJsonFile(this IConfigurationBuilder builder, string path);

        public static extern IConfigurationBuilder AddJsonFile(this IConfigurationBuilder builder, string path, bool optional);

        public static extern IConfigurationBuilder AddJsonFile(this IConfigurationBuilder builder, string path, bool optional, bool reloadOnChange);
    }

    public static class FileConfigurationExtensions
    {
        public static extern IConfigurationBuilder SetBasePath(this IConfigurationBuilder builder, string basePath);
    }

    public static class EnvironmentVariablesExtensions
    {
        public static extern IConfigurationBuilder AddEnvironmentVariables(this IConfigurationBuilder configurationBuilder);
    }

    public static class ConfigurationExtensions
    {
        public static extern string GetConnectionString(this IConfiguration configuration, string name);

        public static extern IConfigurationSection GetRequiredSection(this IConfiguration configuration, string key);
    }

    public static class ConfigurationBinder
    {
        public static extern T Get<T>(this IConfiguration configuration);

        public static extern T GetValue<T>(this IConfiguration configuration, string key);

        public static extern T GetValue<T>(this IConfiguration configuration, string key, T defaultValue);

        public static extern void Bind(this IConfiguration configuration, object instance);

        public static extern void Bind(this IConfiguration configuration, string key, object instance);
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public interface IServiceScope : IDisposable
    {
        IServiceProvider ServiceProvider { get; }
    }

    public interface IServiceScopeFactory
    {
        IServiceScope CreateScope();
    }

    public readonly struct AsyncServiceScope : IServiceScope, IAsyncDisposable
    {
        public extern IServiceProvider ServiceProvider { get; }

        public extern void Dispose();

        public extern ValueTask DisposeAsync();
    }

    public static class ServiceProviderServiceExtensions
    {
        public static extern T GetService<T>(this IServiceProvider provider);

        public static extern T GetRequiredService<T>(this IServiceProvider provider);

        public static extern IServiceScope CreateScope(this IServiceProvider provider);

        public static extern AsyncServiceScope CreateAsyncScope(this IServiceProvider provider);

        public static extern AsyncServiceScope CreateAsyncScope(this IServiceScopeFactory serviceScopeFactory);
    }
}

namespace Microsoft.Extensions.Hosting
{
    public interface IHostEnvironment
    {
        string ApplicationName { get; set; }

        string ContentRootPath { get; set; }

        string EnvironmentName { get; set; }
    }
}

namespace Microsoft.AspNetCore.Hosting
{
    public interface IWebHostEnvironment : Microsoft.Extensions.Hosting.IHostEnvironment
    {
        string WebRootPath { get; set; }
    }

    public interface IHostingEnvironment
    {
        string ContentRootPath { get; set; }

        string EnvironmentName { get; set; }

        string WebRootPath { get; set; }
    }
}
