using System.CommandLine;
namespace ResponsibleAI.Cli.Commands;
internal static class MapCommand { public static Command Create() => new("map"); }
