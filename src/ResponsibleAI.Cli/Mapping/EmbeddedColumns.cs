using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.PersonalData;

namespace ResponsibleAI.Cli.Mapping;

/// <summary>The rows whose values a project embeds, and which of their columns.</summary>
internal sealed class EmbeddedColumns
{
    public const string Role = "embedded";

    private readonly Dictionary<INamedTypeSymbol, HashSet<ISymbol>> _columns = new(SymbolEqualityComparer.Default);

    private readonly HashSet<INamedTypeSymbol> _asked = new(SymbolEqualityComparer.Default);

    /// <param name="embedded">What is embedded.</param>
    /// <param name="context">What the policy says.</param>
    public EmbeddedColumns(IEnumerable<EmbeddedRow> embedded, RuleContext context)
    {
        foreach (var one in embedded)
        {
            var (row, member) = one;
            if (one.IsAsked && !one.Personal(context.Assess(row)).Any())
                _asked.Add(row);
            if (!_columns.TryGetValue(row, out var columns))
                _columns.Add(row, columns = new HashSet<ISymbol>(SymbolEqualityComparer.Default));
            if (member is not null)
                columns.Add(member);
            else
                columns.UnionWith(row.GetMembers().Where(static declared => declared is IPropertySymbol or IFieldSymbol));
        }
    }

    /// <summary>Types of rows, without those that carry a question or an order and nothing personal.</summary>
    public IEnumerable<INamedTypeSymbol> RowTypes => _columns.Keys.Where(type => type.Locations.Any(static location => location.IsInSource) && !_asked.Contains(type));

    /// <summary>The members whose values are embedded; null when none of the type is.</summary>
    public IReadOnlySet<ISymbol>? Of(INamedTypeSymbol type) => _columns.GetValueOrDefault(type);
}
