using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.PersonalData;

namespace ResponsibleAI.Cli.Mapping;

/// <summary>The rows whose values a project embeds, and which of their columns.</summary>
internal sealed class EmbeddedColumns
{
    public const string Role = "embedded";

    /// <summary>Last words of types that carry a question or a setting, and are no rows unless they tell of a person.</summary>
    private static readonly HashSet<string> s_asking = new(StringComparer.Ordinal) { "command", "config", "configuration", "input", "options", "parameters", "query", "request", "settings" };

    private readonly Dictionary<INamedTypeSymbol, HashSet<ISymbol>> _columns = new(SymbolEqualityComparer.Default);

    public EmbeddedColumns(IEnumerable<EmbeddedRow> embedded)
    {
        foreach (var (row, member) in embedded)
        {
            if (!_columns.TryGetValue(row, out var columns))
                _columns.Add(row, columns = new HashSet<ISymbol>(SymbolEqualityComparer.Default));
            if (member is not null)
                columns.Add(member);
            else
                columns.UnionWith(row.GetMembers().Where(static declared => declared is IPropertySymbol or IFieldSymbol));
        }
    }

    /// <summary>Types of rows, without those of requests.</summary>
    public IEnumerable<INamedTypeSymbol> RowTypes(RuleContext context) =>
        _columns.Keys.Where(type => type.Locations.Any(static location => location.IsInSource) && (!(IdentifierWords.Split(type.Name) is [.., var last] && s_asking.Contains(last)) || context.Assess(type).AboutPeople == true));

    /// <summary>The members whose values are embedded; null when none of the type is.</summary>
    public IReadOnlySet<ISymbol>? Of(INamedTypeSymbol type) => _columns.GetValueOrDefault(type);
}
