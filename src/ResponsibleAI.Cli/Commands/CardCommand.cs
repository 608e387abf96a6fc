using System.CommandLine;

namespace ResponsibleAI.Cli.Commands;

/// <summary>rai card: beginning, keeping and exchanging data cards.</summary>
internal static class CardCommand
{
    public static Command Create()
    {
        var command = new Command("card", "Begins, updates, imports and exports data cards");
        command.Subcommands.Add(CardNewCommand.Create());
        command.Subcommands.Add(CardUpdateCommand.Create());
        command.Subcommands.Add(CardExchangeCommands.Import());
        command.Subcommands.Add(CardExchangeCommands.Export());
        return command;
    }
}
