using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.PersonalData;

/// <summary>RAI1007 where texts are embedded by clients of other makers, by plain posts, and behind interfaces of the program's own.</summary>
public sealed class EmbedderKindsTests
{
    private const string Clients = """
        namespace OpenAI.ObjectModels.RequestModels { public class EmbeddingCreateRequest { public string? Input { get; set; } public List<string>? InputAsList { get; set; } public string? Model { get; set; } } }
        namespace OpenAI.Interfaces { public interface IEmbeddingService { System.Threading.Tasks.Task<float[]> CreateEmbedding(OpenAI.ObjectModels.RequestModels.EmbeddingCreateRequest createEmbeddingModel); } }
        namespace OpenAI.Embeddings { public class EmbeddingsEndpoint { public System.Threading.Tasks.Task<float[]> CreateEmbeddingAsync(string input, string? model = null) => null!; } }
        """;

    private const string Rows = """
        public class Contact { public string FirstName { get; set; } = ""; public string Email { get; set; } = ""; public string Notes { get; set; } = ""; }
        public class Product { public string Title { get; set; } = ""; public string Description { get; set; } = ""; }
        public class Deal { public int UserId { get; set; } public string Title { get; set; } = ""; public decimal Amount { get; set; } }
        public class Mail { public int UserId { get; set; } public string FromEmail { get; set; } = ""; public string Subject { get; set; } = ""; }
        public class SearchRequest { public int UserId { get; set; } public string Query { get; set; } = ""; }

        """;

    private static Task<IReadOnlyList<Diagnostic>> Findings(string embedder, string body, string more = "") => Program.Of($$"""
        using System.Net.Http; using System.Net.Http.Json; using System.Text; using System.Text.Json; using System.Threading.Tasks;
        {{Rows}}
        {{embedder}}
        public class Sync(Embedder embedder, List<Contact> contacts, List<Product> products, List<Deal> deals, List<Mail> mails)
        {
            public async Task Run() { {{body}} }
            public async Task Ask(SearchRequest request, string question) { await embedder.Embed(request.Query); await embedder.Embed(question); }
            {{more}}
        }
        """).With("Clients.cs", Clients).Broken().Findings("RAI1007");

    private const string Contacts = "foreach (var contact in contacts) { var text = $\"{contact.FirstName}: {contact.Notes ?? contact.Email}\"; await embedder.Embed(text); }";

    [Theory]
    [InlineData("public class Embedder(OpenAI.Interfaces.IEmbeddingService service) { public async Task<float[]> Embed(string text) => await service.CreateEmbedding(new OpenAI.ObjectModels.RequestModels.EmbeddingCreateRequest { Input = text }); }")]
    [InlineData("public class Embedder(OpenAI.Interfaces.IEmbeddingService service) { public async Task<float[]> Embed(string text) => await service.CreateEmbedding(new OpenAI.ObjectModels.RequestModels.EmbeddingCreateRequest { InputAsList = new List<string> { text } }); }")]
    [InlineData("public class Embedder(OpenAI.Embeddings.EmbeddingsEndpoint endpoint) { public async Task<float[]> Embed(string text) => await endpoint.CreateEmbeddingAsync(text, \"m\"); }")]
    [InlineData("public class Embedder(Missing.Client client) { public async Task<float[]> Embed(string text) => (await client.Embeddings.GetEmbeddingsAsync(new Missing.Request(\"m\", new List<string> { text }))).Data; }")]
    [InlineData("public class Embedder(HttpClient http) { public async Task Embed(string text) { var json = JsonSerializer.Serialize(new { input = text }); await http.PostAsync(\"https://api.example.com/v1/embeddings\", new StringContent(json, Encoding.UTF8, \"application/json\")); } }")]
    [InlineData("public class Embedder(HttpClient http, string host) { public async Task Embed(string text) => await http.PostAsJsonAsync($\"{host}/api/embed?model=m\", new { input = text }); }")]
    [InlineData("public class Embedder(HttpClient http, string host) { public async Task Embed(string text) { var request = new HttpRequestMessage(HttpMethod.Post, host + \"/embeddings\"); request.Content = JsonContent.Create(new { input = text }); await http.SendAsync(request); } }")]
    [InlineData("public class Embedder(HttpClient http) { const string Address = \"v1/embeddings\"; public async Task Embed(string text) { using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = JsonContent.Create(new { input = text }) }; await http.SendAsync(request); } }")]
    [InlineData("public interface IEmbeddingService { Task<float[]> GenerateEmbeddingAsync(string text); } public class Embedder(IEmbeddingService service) { public async Task Embed(string text) => await service.GenerateEmbeddingAsync(text); }")]
    public async Task What_is_embedded_by_whatever_client_is_told_of_once_where_the_projects_own_helper_is_called(string embedder)
    {
        var finding = Assert.Single(await Findings(embedder, Contacts + " foreach (var product in products) await embedder.Embed(product.Title + product.Description);"));

        Assert.StartsWith("'Contact.FirstName'", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("'Contact.Notes'", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Contains(" through 'Embed'", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("needs-review", finding.Properties["kind"]);
    }

    [Theory]
    [InlineData("public class Embedder(HttpClient http) { public async Task Embed(string text) => await http.PostAsJsonAsync(\"https://crm.example.com/contacts\", new { text }); }")]
    [InlineData("public class Embedder(HttpClient http) { public async Task Embed(string text) => await http.GetAsync(\"https://video.example.com/embed/\" + text); }")]
    [InlineData("public class Embedder { public Task<string> Embed(string text) => Task.FromResult(\"<iframe src='embed'>\" + text); }")]
    [InlineData("public interface IPlayer { Task<string> EmbedAsync(string video); } public class Embedder(IPlayer player) { public async Task Embed(string text) => await player.EmbedAsync(text); }")]
    [InlineData("public interface IEmbeddings { Task<float[]> GetEmbeddingAsync(string text); } public class Hashed : IEmbeddings { public Task<float[]> GetEmbeddingAsync(string text) => Task.FromResult(new float[8]); } public class Embedder(IEmbeddings service) { public async Task Embed(string text) => await service.GetEmbeddingAsync(text); }")]
    public async Task Other_posts_and_other_embedding_are_not_reported(string embedder) => Assert.Empty(await Findings(embedder, Contacts));

    private const string Client = "public class Embedder(OpenAI.Embeddings.EmbeddingsEndpoint endpoint) { public async Task<float[]> Embed(string text) => await endpoint.CreateEmbeddingAsync(text); public async Task EmbedAll(List<string> texts) { foreach (var text in texts) await Embed(text); } }";

    [Theory]
    [InlineData("foreach (var contact in contacts) await embedder.Embed(ToText(contact));", "private static string ToText(Contact contact) => $\"{contact.FirstName} {contact.Notes}\";")]
    [InlineData("foreach (var contact in contacts) await embedder.Embed(ToText(contact));", "private static string ToText(Contact contact) { var text = new StringBuilder(); text.AppendLine(contact.FirstName).Append(contact.Notes); return text.ToString(); }")]
    [InlineData("foreach (var contact in contacts) await embedder.Embed(ToText(contact));", "private static string ToText(Contact contact) { var parts = new List<string>(); parts.Add(contact.FirstName); parts.Add(Clean(contact.Notes)); return string.Join(' ', parts); } private static string Clean(string text) => text.Trim();")]
    [InlineData("await embedder.EmbedAll(contacts.Select(ToText).ToList());", "private static string ToText(Contact contact) => contact.FirstName + contact.Notes;")]
    [InlineData("foreach (var contact in contacts) await embedder.Embed($\"{contact?.FirstName?.Trim()} {contact?.Notes}\");", "")]
    public async Task A_text_that_helpers_make_of_a_row_is_followed(string body, string helpers) =>
        Assert.Contains("'Contact.FirstName'", Assert.Single(await Findings(Client, body, helpers)).GetMessage(), StringComparison.Ordinal);

    [Theory]
    [InlineData("foreach (var product in products) await embedder.Embed(ToText(product)); var name = Clean(contacts[0].FirstName);", "private static string ToText(Product product) => Clean(product.Title); private static string Clean(string text) => text.Trim();")]
    [InlineData("foreach (var contact in contacts) await embedder.Embed(Count(contact).ToString());", "private static int Count(Contact contact) => contact.Notes.Length;")]
    public async Task A_helper_that_makes_no_text_of_a_person_is_not_reported(string body, string helpers) => Assert.Empty(await Findings(Client, body, helpers));

    [Fact]
    public async Task A_thing_that_belongs_to_somebody_is_told_of_only_where_it_names_somebody()
    {
        Assert.Empty(await Findings(Client, "foreach (var deal in deals) await embedder.Embed($\"{deal.Title}: {deal.Amount}\");"));
        Assert.StartsWith("'Mail.FromEmail'", Assert.Single(await Findings(Client, "foreach (var mail in mails) await embedder.Embed(mail.FromEmail + mail.Subject);")).GetMessage(), StringComparison.Ordinal);
    }
}
