using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ResponsibleAI.Cli.Reports;

/// <summary>JSON as this tool writes it: indented, line feeds, quotes and angle brackets readable.</summary>
internal static class JsonText
{
    public static JsonWriterOptions Writing { get; } = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Writing))
            write(writer);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length).ReplaceLineEndings("\n") + "\n";
    }
}
