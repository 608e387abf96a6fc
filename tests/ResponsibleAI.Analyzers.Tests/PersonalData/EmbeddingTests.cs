using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.PersonalData;

/// <summary>RAI1007 where personal text is embedded or kept in a vector store.</summary>
public sealed class EmbeddingTests
{
    private const string Libraries = """
        namespace Microsoft.Extensions.AI
        {
            public class Embedding { }
            public interface IEmbeddingGenerator<TInput, TEmbedding> { System.Threading.Tasks.Task<TEmbedding[]> GenerateAsync(IEnumerable<TInput> values); }
            public static class EmbeddingGeneratorExtensions { public static System.Threading.Tasks.Task<float[]> GenerateVectorAsync(this IEmbeddingGenerator<string, Embedding> generator, string value) => null!; }
        }
        namespace Microsoft.SemanticKernel.Memory
        {
            public interface ISemanticTextMemory { System.Threading.Tasks.Task<string> SaveInformationAsync(string collection, string text, string id); }
        }
        namespace Microsoft.Extensions.VectorData
        {
            public abstract class VectorStoreCollection<TKey, TRecord> { public abstract System.Threading.Tasks.Task UpsertAsync(TRecord record); }
        }
        """;

    private const string Wrapper = """
        public interface IStore { System.Threading.Tasks.Task<float[]> Embed(string text, int kind); }
        public class Store(IEmbeddingGenerator<string, Embedding> generator) : IStore
        {
            public System.Threading.Tasks.Task<float[]> Embed(string text, int kind)
            {
                if (text.Length > 99) text = text.Substring(0, 99);
                return Microsoft.Extensions.AI.EmbeddingGeneratorExtensions.GenerateVectorAsync(generator, text);
            }
        }
        """;

    private static Task<IReadOnlyList<Diagnostic>> Findings(string body, string attribute = "", string more = "") => Program.Of($$"""
        using Microsoft.Extensions.AI;
        public class Customer { public string FirstName { get; set; } = ""; public string Email { get; set; } = ""; public int Age { get; set; } public string Notes { get; set; } = ""; }
        public class Product { public string ProductName { get; set; } = ""; public string Text { get; set; } = ""; }
        public class Entry { public string Text { get; set; } = ""; public float[] Vector { get; set; } = []; }
        public static class Index
        {
            {{attribute}}
            public static async System.Threading.Tasks.Task Build(IEmbeddingGenerator<string, Embedding> generator, Microsoft.SemanticKernel.Memory.ISemanticTextMemory memory, Microsoft.Extensions.VectorData.VectorStoreCollection<string, Entry> entries,
                Microsoft.Extensions.VectorData.VectorStoreCollection<string, Customer> people, List<Customer> customers, List<Product> products, string question)
            {
                {{body}}
            }
        }
        {{more}}
        """.Replace("using Microsoft.Extensions.AI;", "", StringComparison.Ordinal).Replace("IEmbeddingGenerator<", "Microsoft.Extensions.AI.IEmbeddingGenerator<", StringComparison.Ordinal).Replace(", Embedding>", ", Microsoft.Extensions.AI.Embedding>", StringComparison.Ordinal))
        .With("Libraries.cs", Libraries).Findings("RAI1007");

    [Theory]
    [InlineData("await generator.GenerateAsync(customers.Select(customer => customer.Notes));", "'Customer.Notes'")]
    [InlineData("foreach (var customer in customers) await Microsoft.Extensions.AI.EmbeddingGeneratorExtensions.GenerateVectorAsync(generator, $\"{customer.Age}: {customer.Email}\");", "'Customer.Age'")]
    [InlineData("foreach (var customer in customers) await memory.SaveInformationAsync(\"c\", customer.FirstName + customer.Notes, \"1\");", "'Customer.FirstName'")]
    [InlineData("foreach (var customer in customers) await entries.UpsertAsync(new Entry { Text = customer.Email });", "'Customer.Email'")]
    [InlineData("foreach (var customer in customers) await people.UpsertAsync(customer);", "'Customer.FirstName'")]
    [InlineData("await generator.GenerateAsync([customers[0].Email]);", "'Customer.Email'")]
    [InlineData("var texts = customers.AsQueryable().Select(customer => customer.FirstName + customer.Email).ToList(); await generator.GenerateAsync(texts);", "'Customer.FirstName'")]
    [InlineData("var texts = new List<string>(); foreach (var customer in customers) texts.Add($\"{customer.Notes}\"); await generator.GenerateAsync(texts);", "'Customer.Notes'")]
    public async Task Personal_text_that_is_embedded_needs_review(string body, string named)
    {
        var finding = Assert.Single(await Findings(body));

        Assert.StartsWith(named, finding.GetMessage(), StringComparison.Ordinal);
        Assert.Contains(" into an embedding or a vector store through '", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("needs-review", finding.Properties["kind"]);
    }

    [Theory]
    [InlineData("foreach (var customer in customers) { var text = $\"{customer.FirstName}\"; await store.Embed(text, 1); }", "'Customer.FirstName'")]
    [InlineData("await store.Embed(customers[0].Notes, 1);", "'Customer.Notes'")]
    [InlineData("await Short(customers[0].Email); System.Threading.Tasks.Task<float[]> Short(string text) => store.Embed(text.Trim(), 1);", "'Customer.Email'")]
    public async Task What_a_wrapper_is_given_is_told_of_where_it_is_called(string body, string named)
    {
        var finding = Assert.Single(await Findings("IStore store = new Store(generator); " + body, more: Wrapper));

        Assert.StartsWith(named, finding.GetMessage(), StringComparison.Ordinal);
        Assert.DoesNotContain("GenerateVectorAsync", finding.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("await store.Embed(products[0].Text, 1);")]
    [InlineData("await store.Embed(question, customers[0].Age);")]
    public async Task What_a_wrapper_does_not_embed_is_not_reported(string body) => Assert.Empty(await Findings("IStore store = new Store(generator); " + body, more: Wrapper));

    [Theory]
    [InlineData("await generator.GenerateAsync(products.Select(product => product.ProductName));")]
    [InlineData("var texts = new List<string>(); foreach (var product in products) texts.Add(product.Text); await generator.GenerateAsync(texts);")]
    [InlineData("await Microsoft.Extensions.AI.EmbeddingGeneratorExtensions.GenerateVectorAsync(generator, question);")]
    [InlineData("foreach (var product in products) await entries.UpsertAsync(new Entry { Text = product.Text });")]
    [InlineData("await memory.SaveInformationAsync(\"c\", $\"{customers.Count} customers\", \"1\");")]
    public async Task Text_about_nobody_is_not_reported(string body) => Assert.Empty(await Findings(body));

    [Fact]
    public async Task A_declared_purpose_answers_it() =>
        Assert.Empty(await Findings("await generator.GenerateAsync(customers.Select(customer => customer.Notes));", "[ProcessingPurpose(\"support-search\")]"));

    [Theory]
    [InlineData("var people = store.GetCollection<string, Customer>(\"people\"); people.UpsertAsync(customer);", 1)]
    [InlineData("var people = store.GetCollection<Customer>(\"people\"); people.UpsertAsync(customer);", 0)]
    [InlineData("store.UpsertAsync(customer);", 0)]
    public async Task A_collection_of_a_store_whose_package_is_missing_goes_by_the_types_it_is_asked_for_with(string body, int said) =>
        Assert.Equal(said, (await Program.Of($$"""
            public class Customer { public string FirstName { get; set; } = ""; public string Email { get; set; } = ""; public int Age { get; set; } }
            public static class Index { public static void Keep(MissingStore store, Customer customer) { {{body}} } }
            """).With("Libraries.cs", Libraries).Broken().Findings("RAI1007")).Count);
}
