using ResponsibleAI.Cli.Commands;

return await RaiCommand.Run(args, Console.Out, Console.Error).ConfigureAwait(false);
