using System.CommandLine;
namespace ResponsibleAI.Cli.Commands;
internal static class ExplainCommand { public static Command Create() => new("explain"); }
