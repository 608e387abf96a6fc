using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>What of whose rows a call embeds.</summary>
/// <param name="Row">The type of the rows, declared in source.</param>
/// <param name="Member">The property or field whose value is passed; null when whole rows are.</param>
internal readonly record struct EmbeddedRow(INamedTypeSymbol Row, ISymbol? Member)
{
    private const string AnyPersonal = "user";

    /// <summary>Last words of types that carry a question or an order: what somebody asks is no row about him.</summary>
    private static readonly HashSet<string> s_asking = new(StringComparer.Ordinal) { "command", "config", "configuration", "input", "message", "option", "options", "parameters", "prompt", "query", "question", "request", "settings" };

    /// <summary>Whether the type carries a question or an order, by its name.</summary>
    public bool IsAsked => IdentifierWords.Split(Row.Name) is [.., var last] words && s_asking.Contains(last == "dto" && words.Count > 1 ? words[words.Count - 2] : last);

    /// <summary>What is personal of it: in rows about people every member that is passed, elsewhere those whose name says by itself what they are.</summary>
    public IEnumerable<RowColumn> Personal(RowAssessment assessment)
    {
        foreach (var column in assessment.Columns)
            if (column.Personal is { } personal && (assessment.AboutPeople == true || personal.Layer <= DecidingLayer.StrictName) && !(IsAsked && personal.Layer == DecidingLayer.RowSubject)
                && (Member is null ? personal.Category != AnyPersonal : SymbolEqualityComparer.Default.Equals(column.Member, Member)))
                yield return column;
    }

    /// <summary>The rows whose values the call is given, in the order in which it is given them.</summary>
    public static IReadOnlyList<EmbeddedRow> Of(EmbeddingCall embedding, CodeReader code, CancellationToken cancellation)
    {
        var rows = new List<EmbeddedRow>();
        foreach (var value in PassedValues.Of(embedding.Given, code, cancellation))
        {
            if (value is IMemberReferenceOperation { Instance: IInstanceReferenceOperation })
                continue; // what a service keeps is no row
            if (value is IMemberReferenceOperation { Instance.Type: INamedTypeSymbol row } member && value.Type is not INamedTypeSymbol { IsGenericType: true, Name: not "Nullable" })
                Add(row, member.Member);
            else if (RowOf(value.Type) is { } whole)
                Add(whole, null);
        }

        return rows;

        void Add(INamedTypeSymbol row, ISymbol? member)
        {
            if (row is { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct, IsTupleType: false, IsAnonymousType: false, DeclaringSyntaxReferences.IsEmpty: false } && !rows.Contains(new EmbeddedRow(row, member)))
                rows.Add(new EmbeddedRow(row, member));
        }
    }

    /// <summary>The row type of an object or of a collection of them.</summary>
    private static INamedTypeSymbol? RowOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { ElementType: INamedTypeSymbol element } => element,
        INamedTypeSymbol { TypeArguments: [INamedTypeSymbol element] } => element,
        INamedTypeSymbol { TypeArguments.IsEmpty: true } row => row,
        _ => null,
    };
}
