using Microsoft.CodeAnalysis;
using ResponsibleAI.Cli.Projects;

namespace ResponsibleAI.Cli.Mapping;

/// <summary>Lines of the repository's files.</summary>
internal sealed class Places(Repository repository)
{
    public Place Of(Location location)
    {
        var span = location.GetLineSpan();
        return span.IsValid ? new Place(repository.Relative(span.Path), span.StartLinePosition.Line + 1) : new Place(".", 1);
    }

    public Place Of(IOperation operation) => Of(Analyzers.Findings.Places.Of(operation));
}
