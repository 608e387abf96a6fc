using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Apis;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>The columns that a row type declares.</summary>
internal sealed class RowMembers(TypeNames types)
{
    private readonly ImmutableArray<INamedTypeSymbol> _noColumn = types.All("Microsoft.ML.Data.NoColumnAttribute");

    private readonly ImmutableArray<INamedTypeSymbol> _columnName =
        types.All("Microsoft.ML.Data.ColumnNameAttribute").AddRange(types.All("Microsoft.ML.Data.LoadColumnNameAttribute"));

    /// <summary>Public instance properties and fields, inherited ones first, hidden and overridden ones once, without those marked [NoColumn].</summary>
    public IReadOnlyList<RowMember> Of(INamedTypeSymbol rowType)
    {
        var chain = new Stack<INamedTypeSymbol>();
        for (var type = rowType; type is { SpecialType: SpecialType.None }; type = type.BaseType) chain.Push(type);

        var members = new List<RowMember>();
        foreach (var symbol in chain.SelectMany(type => type.GetMembers()))
        {
            if (ValueType(symbol) is not { } value) continue;
            members.RemoveAll(earlier => earlier.Symbol.Name == symbol.Name);
            if (!IsMarked(symbol, _noColumn)) members.Add(new RowMember(symbol, value, NameOf(symbol)));
        }
        return members;
    }

    /// <summary>The type of the values that ML.NET reads from the member; null when it reads none. A setter is not asked for.</summary>
    public static ITypeSymbol? ValueType(ISymbol symbol) => symbol switch
    {
        { IsStatic: true } or { DeclaredAccessibility: not Accessibility.Public } => null,
        IPropertySymbol { IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public } property => property.Type,
        IFieldSymbol { IsConst: false, IsImplicitlyDeclared: false } field => field.Type,
        _ => null,
    };

    private string NameOf(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (Contains(_columnName, attribute.AttributeClass) && attribute.ConstructorArguments is [{ Value: string { Length: > 0 } name }, ..]) return name;
        }
        return symbol.Name;
    }

    private static bool IsMarked(ISymbol symbol, ImmutableArray<INamedTypeSymbol> types) =>
        symbol.GetAttributes().Any(attribute => Contains(types, attribute.AttributeClass));

    private static bool Contains(ImmutableArray<INamedTypeSymbol> types, INamedTypeSymbol? type) =>
        type is not null && types.Contains(type, SymbolEqualityComparer.Default);
}

/// <summary>A member that is a column.</summary>
/// <param name="Symbol">The property or field.</param>
/// <param name="Type">Its type.</param>
/// <param name="Column">The column's name.</param>
internal sealed record RowMember(ISymbol Symbol, ITypeSymbol Type, string Column);
