using Microsoft.CodeAnalysis;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>What kind of value a column holds, as far as it bears on the meaning of its name.</summary>
internal enum ValueKind
{
    /// <summary>Not seen; no name is ruled out by it.</summary>
    Unknown,

    Text,

    Number,

    Boolean,

    Date,

    /// <summary>No value at all but a service, delegate or object; its name says nothing about a column.</summary>
    NotAValue,
}

/// <summary>Reads the kind of a value from its type.</summary>
internal static class ValueKinds
{
    /// <summary>Nullable, arrays, vectors and memories count as what they hold.</summary>
    public static ValueKind Of(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Of(array.ElementType),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => Of(nullable.TypeArguments[0]),
        INamedTypeSymbol { Name: "VBuffer" or "ReadOnlyMemory" or "Memory", TypeArguments.Length: 1 } held => Of(held.TypeArguments[0]),
        { SpecialType: SpecialType.System_String or SpecialType.System_Char } => ValueKind.Text,
        { SpecialType: SpecialType.System_Boolean } => ValueKind.Boolean,
        { SpecialType: SpecialType.System_DateTime } => ValueKind.Date,
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } => ValueKind.Number,
        { SpecialType: SpecialType.System_Object } => ValueKind.Unknown,
        { TypeKind: TypeKind.Enum } => ValueKind.Text,
        { TypeKind: TypeKind.Error or TypeKind.TypeParameter or TypeKind.Dynamic } => ValueKind.Unknown,
        { Name: "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan", ContainingNamespace.Name: "System" } => ValueKind.Date,
        { Name: "Half" or "Int128" or "UInt128", ContainingNamespace.Name: "System" } => ValueKind.Number,
        { Name: "Guid", ContainingNamespace.Name: "System" } => ValueKind.Text,
        _ => ValueKind.NotAValue,
    };

    /// <summary>Reads the words of text loaders, databases and data cards.</summary>
    public static ValueKind Of(string? type) => type?.ToUpperInvariant() switch
    {
        "STRING" or "TEXT" or "TX" or "CHAR" or "VARCHAR" or "NVARCHAR" or "ANSISTRING" or "ENUM" => ValueKind.Text,
        "SINGLE" or "FLOAT" or "DOUBLE" or "REAL" or "DECIMAL" or "NUMBER" or "NUMERIC" or "INTEGER" or "INT" or "LONG" or "SHORT" or "BYTE" or "SBYTE"
            or "INT16" or "INT32" or "INT64" or "UINT16" or "UINT32" or "UINT64" or "R4" or "R8" or "I1" or "I2" or "I4" or "I8" or "U1" or "U2" or "U4" or "U8"
            => ValueKind.Number,
        "BOOLEAN" or "BOOL" or "BL" => ValueKind.Boolean,
        "DATE" or "DATETIME" or "DATETIME2" or "DATETIMEOFFSET" or "TIMESTAMP" or "TIME" or "TIMESPAN" or "DT" or "DZ" or "TS" => ValueKind.Date,
        _ => ValueKind.Unknown,
    };
}
