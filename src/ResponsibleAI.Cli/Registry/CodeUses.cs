using System.Text.Json;
using ResponsibleAI.Cli.Mapping;
using ResponsibleAI.Cli.Tables;

namespace ResponsibleAI.Cli.Registry;

/// <summary>A place in code that loads what a data card describes, or trains for a purpose.</summary>
/// <param name="Id">The id of the card or purpose.</param>
/// <param name="IsPurpose">Whether it is a purpose.</param>
/// <param name="Place">Such as src/Program.cs:12.</param>
internal sealed record CodeUse(string Id, bool IsPurpose, string Place)
{
    private const int LongestMap = 256 << 20;

    /// <summary>Reads an output of rai map.</summary>
    /// <exception cref="UnreadableDataException">It is none.</exception>
    public static IReadOnlyList<CodeUse> Read(string file)
    {
        try
        {
            if (new FileInfo(file).Length > LongestMap)
                throw new UnreadableDataException("The file is too large for an output of rai map");
            using var document = JsonDocument.Parse(File.ReadAllBytes(file), new JsonDocumentOptions { MaxDepth = 64 });
            if (document.RootElement.GetProperty("schema").GetString() != MapJson.Schema)
                throw new UnreadableDataException($"The file is no output of rai map ({MapJson.Schema})");
            return [.. document.RootElement.GetProperty("projects").EnumerateArray().SelectMany(Uses)];
        }
        catch (JsonException error)
        {
            throw new UnreadableDataException("Here the file is no JSON any more; write it anew with rai map --output", (error.LineNumber ?? 0) + 1, (error.BytePositionInLine ?? 0) + 1);
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException)
        {
            throw new UnreadableDataException("The file is no output of rai map; write it anew with rai map --output");
        }
    }

    private static IEnumerable<CodeUse> Uses(JsonElement project) =>
        project.GetProperty("loads").EnumerateArray()
            .Where(static load => load.GetProperty("card").ValueKind == JsonValueKind.String)
            .Select(static load => new CodeUse(load.GetProperty("card").GetString()!, false, At(load)))
            .Concat(project.GetProperty("models").EnumerateArray()
                .SelectMany(static model => model.GetProperty("purposes").EnumerateArray().Select(purpose => new CodeUse(purpose.GetString()!, true, At(model)))))
            .Distinct()
            .ToList();

    private static string At(JsonElement thing) => $"{thing.GetProperty("file").GetString()}:{thing.GetProperty("line").GetRawText()}";
}
