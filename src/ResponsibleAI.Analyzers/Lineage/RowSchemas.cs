using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>Reads the columns of row classes and of column lists written out in code.</summary>
internal sealed class RowSchemas(TextResolver texts, Lists lists)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, RowSchema> _ofTypes = new(SymbolEqualityComparer.Default);

    /// <summary>The columns ML.NET reads from a class: its public readable members, inherited ones too, under their column names.</summary>
    public RowSchema Of(INamedTypeSymbol type)
    {
        if (_ofTypes.TryGetValue(type, out var known))
            return known;

        var columns = new List<LoadedColumn>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var mapped = false;
        for (var declaring = type; declaring is not null && declaring.SpecialType != SpecialType.System_Object; declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetMembers())
            {
                if (RowMembers.ValueType(member) is not { } valueType || !seen.Add(member.Name) || HasAttribute(member, "NoColumnAttribute"))
                    continue;
                mapped |= IsMapped(member);
                columns.Add(new LoadedColumn(ColumnName(member), member, valueType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), member.Locations.FirstOrDefault(static location => location.IsInSource)));
            }
        }

        if (mapped)
            columns.RemoveAll(static column => !IsMapped(column.Member!));
        return _ofTypes.GetOrAdd(type, new RowSchema(type, columns, columns.Count == 0 ? $"'{type.Name}' has no columns in sight" : null));
    }

    /// <summary>The columns of a TextLoader.Column[], DatabaseLoader.Column[] or an options object that holds one.</summary>
    public RowSchema Of(Expression columns, CancellationToken cancellation)
    {
        var list = lists.Elements(columns, cancellation);
        var named = new List<LoadedColumn>();
        var missing = list.Missing;
        foreach (var element in list.Elements)
        {
            var creation = element.Operation as IObjectCreationOperation;
            if ((creation is null ? UnboundName(element.Operation) : Named(creation, "name", "Name")) is not { } name)
            {
                missing ??= "a column is computed";
                continue;
            }

            var text = texts.ResolveOne(new Expression(name, element.Frame), cancellation);
            if (text.Value is { } value)
                named.Add(new LoadedColumn(value, null, creation is null ? null : DataKind(creation), element.Operation.Syntax.GetLocation()));
            else
                missing ??= text.Reason ?? "a column name is computed";
        }

        return new RowSchema(null, named, missing);
    }

    /// <summary>The columns of a reader that is made as before 1.0, which does not bind today; null when the expression makes none.</summary>
    public RowSchema? OfUnboundReader(Expression made, CancellationToken cancellation)
    {
        if (made.Operation is not IInvalidOperation { SemanticModel: { } model, Syntax: var creation }
            || creation is not (InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TextReader" or "CreateTextReader" or "CreateTextLoader" } }
                or ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "TextLoader" } }))
            return null;
        return creation.DescendantNodes().FirstOrDefault(static node => node is ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax) is { } list && model.GetOperation(list, cancellation) is { } written
            ? Of(made.With(written), cancellation)
            : RowSchema.Unknown("the columns are not declared in code");
    }

    /// <summary>The value a constructor parameter or an object initializer gives.</summary>
    public static IOperation? Named(IObjectCreationOperation creation, string parameter, string property)
    {
        foreach (var argument in creation.Arguments)
            if (argument.Parameter?.Name == parameter && argument.ArgumentKind != ArgumentKind.DefaultValue)
                return argument.Value;
        if (creation.Initializer is { } initializer)
            foreach (var setting in initializer.Initializers)
                if (setting is ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment && target.Member.Name == property)
                    return assignment.Value;
        foreach (var argument in creation.Arguments)
            if (argument.Parameter?.Name == parameter)
                return argument.Value;
        return null;
    }

    /// <summary>The name in <c>new TextLoader.Column("Age", DataKind.R4, 2)</c>, whose kind has another name today.</summary>
    private static IOperation? UnboundName(IOperation creation) =>
        creation is IInvalidOperation { SemanticModel: { } model, Syntax: ObjectCreationExpressionSyntax { Type: var type, ArgumentList.Arguments: { Count: > 0 } arguments } } && type.ToString().EndsWith("Column", StringComparison.Ordinal)
            ? model.GetOperation((arguments.FirstOrDefault(static argument => argument.NameColon?.Name.Identifier.ValueText == "name") ?? arguments[0]).Expression)
            : null;

    private static string? DataKind(IObjectCreationOperation creation) =>
        Named(creation, "dataKind", "DataKind") is { } kind && Expression.Unwrap(kind) is IFieldReferenceOperation field ? field.Field.Name : null;

    private static string ColumnName(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "ColumnNameAttribute" && attribute.ConstructorArguments is [{ Value: string name }])
                return name;
            if (attribute is { AttributeClass: { TypeKind: TypeKind.Error, Name: "Column" or "ColumnAttribute" }, ApplicationSyntaxReference: { } written } && OldColumnName(written.GetSyntax()) is { } old)
                return old;
        }

        return member.Name;
    }

    /// <summary>The name in <c>[Column("0", name: "Label")]</c>, which no library of today declares: after the position of the column in its file.</summary>
    private static string? OldColumnName(SyntaxNode attribute) =>
        attribute is AttributeSyntax { ArgumentList.Arguments: [{ NameEquals: null }, { NameEquals: null, NameColon: null or { Name.Identifier.ValueText: "name" }, Expression: LiteralExpressionSyntax { Token.Value: string name } }, ..] } ? name : null;

    private static bool IsMapped(ISymbol member) => HasAttribute(member, "LoadColumnAttribute") || HasAttribute(member, "LoadColumnNameAttribute");

    private static bool HasAttribute(ISymbol member, string name)
    {
        foreach (var attribute in member.GetAttributes())
            if (attribute.AttributeClass?.Name == name)
                return true;
        return false;
    }
}
