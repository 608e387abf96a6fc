using System.CommandLine;
using ResponsibleAI.Cli.Reports;
using ResponsibleAI.Cli.Schemas;

namespace ResponsibleAI.Cli.Commands;

/// <summary>rai schema: the formats as JSON Schema, for editors.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var format = new Argument<string?>("format") { Description = string.Join(", ", JsonSchema.Formats.Keys), Arity = ArgumentArity.ZeroOrOne };
        format.Validators.Add(static result =>
        {
            if (result.Tokens is [var token] && !JsonSchema.Formats.ContainsKey(token.Value))
                result.AddError($"'{token.Value}' is no format with a schema. Formats: {string.Join(", ", JsonSchema.Formats.Keys)}");
        });
        var folder = new Option<string?>("--output", "-o") { Description = "Folder to write schema files to, instead of standard output" };
        var command = new Command("schema", "Writes the JSON Schema of a format for editors; without a format, of all into --output") { format, folder };
        command.Validators.Add(result =>
        {
            if (result.GetResult(format) is not { Tokens.Count: > 0 } && result.GetResult(folder) is null)
                result.AddError($"name a format ({string.Join(", ", JsonSchema.Formats.Keys)}) or a folder with --output");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var offered = OfferedWords.Shipped(Path.Combine(AppContext.BaseDirectory, "rules"));
            var to = parsed.GetValue(folder);
            if (to is not null)
                Directory.CreateDirectory(to);
            foreach (var (name, wanted) in JsonSchema.Formats)
                if (parsed.GetValue(format) is not { } only || only == name)
                    await CommonOptions.Write(JsonSchema.Of(wanted, offered), to is null ? null : Path.Combine(to, JsonSchema.FileName(wanted)), parsed.InvocationConfiguration.Output, cancellation).ConfigureAwait(false);
            return ExitCode.Nothing;
        });
        return command;
    }
}
