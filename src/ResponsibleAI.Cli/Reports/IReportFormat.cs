namespace ResponsibleAI.Cli.Reports;

/// <summary>A way to print a check. The same report gives the same bytes.</summary>
internal interface IReportFormat
{
    /// <summary>The format's text, lines ended by a line feed.</summary>
    string Write(CheckReport report);

    /// <summary>The one of that name; null when there is none.</summary>
    static IReportFormat? Named(string name) => name switch
    {
        "text" => new TextFormat(),
        "json" => new JsonFormat(),
        "sarif" => new SarifFormat(),
        "github" => new GitHubFormat(),
        _ => null,
    };
}
