using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Apis;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>What attributes say of a symbol: ours, ASP.NET Core Identity's, compliance classifications, data annotations.</summary>
internal sealed class PersonalAttributes
{
    private enum Meaning
    {
        OurPersonalData,
        OurProtected,
        IdentityPersonalData,
        Classification,
        Email,
        Phone,
        CreditCard,
        DataType,
    }

    private static readonly (string Name, Meaning Meaning)[] s_known =
    [
        ("ResponsibleAI.PersonalDataAttribute", Meaning.OurPersonalData),
        ("ResponsibleAI.ProtectedAttributeAttribute", Meaning.OurProtected),
        ("Microsoft.AspNetCore.Identity.PersonalDataAttribute", Meaning.IdentityPersonalData),
        ("Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute", Meaning.Classification),
        ("System.ComponentModel.DataAnnotations.EmailAddressAttribute", Meaning.Email),
        ("System.ComponentModel.DataAnnotations.PhoneAttribute", Meaning.Phone),
        ("System.ComponentModel.DataAnnotations.CreditCardAttribute", Meaning.CreditCard),
        ("System.ComponentModel.DataAnnotations.DataTypeAttribute", Meaning.DataType),
    ];

    /// <summary>Words of classification attributes that say nothing about people, such as PublicData or NoDataClassification.</summary>
    private static readonly HashSet<string> s_impersonal = new(StringComparer.Ordinal) { "no", "none", "non", "public", "system", "unknown", "unclassified" };

    private readonly Dictionary<ISymbol, Meaning> _meanings = new(SymbolEqualityComparer.Default);

    public PersonalAttributes(TypeNames types)
    {
        foreach (var (name, meaning) in s_known)
        {
            foreach (var type in types.All(name)) _meanings[type] = meaning;
        }
    }

    /// <summary>What attributes say of a property, field or type; null when none says anything.</summary>
    public AttributeWord? Read(ISymbol symbol)
    {
        if (_meanings.Count == 0) return null;
        for (ISymbol? at = symbol; at is not null; at = Inherited(at))
        {
            foreach (var attribute in at.GetAttributes().AddRange(OfRecordParameter(at)))
            {
                if (Read(attribute) is { } word) return word;
            }
        }
        return null;
    }

    private AttributeWord? Read(AttributeData attribute)
    {
        for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (!_meanings.TryGetValue(type.OriginalDefinition, out var meaning)) continue;
            var shown = Shown(attribute.AttributeClass!);
            return meaning switch
            {
                Meaning.OurPersonalData => OurCategory(attribute, shown),
                Meaning.OurProtected => new AttributeWord("user.demographic", ByName: true, shown) { SaysPerson = true },
                Meaning.IdentityPersonalData => new AttributeWord("user", ByName: true, shown) { SaysPerson = true },
                Meaning.Classification when IdentifierWords.Split(shown).Any(s_impersonal.Contains) => null,
                Meaning.Classification => new AttributeWord("user", ByName: true, shown) { SaysPerson = true },
                Meaning.Email => new AttributeWord("user.contact.email", ByName: false, shown),
                Meaning.Phone => new AttributeWord("user.contact.phone_number", ByName: false, shown),
                Meaning.CreditCard => new AttributeWord("user.financial.credit_card", ByName: false, shown),
                _ => OfDataType(attribute, shown),
            };
        }
        return null;
    }

    private static AttributeWord? OurCategory(AttributeData attribute, string shown) =>
        attribute.ConstructorArguments is [{ Value: string category }] && category.Trim() is { Length: > 0 } stated
            ? new AttributeWord(stated == "none" ? null : stated, ByName: stated == "user", shown) { SaysPerson = true }
            : new AttributeWord("user", ByName: true, shown) { SaysPerson = true };

    /// <summary>[DataType(DataType.EmailAddress)] and its like; the numbers are those of the enumeration.</summary>
    private static AttributeWord? OfDataType(AttributeData attribute, string shown) =>
        attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Enum, Value: int kind }]
            ? kind switch
            {
                5 => new AttributeWord("user.contact.phone_number", ByName: false, shown),
                10 => new AttributeWord("user.contact.email", ByName: false, shown),
                11 => new AttributeWord("user.authorization.password", ByName: false, shown),
                14 => new AttributeWord("user.financial.credit_card", ByName: false, shown),
                15 => new AttributeWord("user.contact.address.postal_code", ByName: false, shown),
                _ => null,
            }
            : null;

    private static ISymbol? Inherited(ISymbol symbol) => symbol switch
    {
        IPropertySymbol property => property.OverriddenProperty,
        INamedTypeSymbol { BaseType: { SpecialType: SpecialType.None } baseType } => baseType,
        _ => null,
    };

    /// <summary>Attributes on a positional record's parameter are meant for its property.</summary>
    private static IEnumerable<AttributeData> OfRecordParameter(ISymbol symbol) =>
        symbol is IPropertySymbol { ContainingType.IsRecord: true } property
            ? property.ContainingType.InstanceConstructors
                .SelectMany(constructor => constructor.Parameters)
                .Where(parameter => parameter.Name == property.Name && SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type))
                .SelectMany(parameter => parameter.GetAttributes())
            : [];

    private static string Shown(INamedTypeSymbol type) =>
        type.Name.EndsWith("Attribute", StringComparison.Ordinal) ? type.Name.Substring(0, type.Name.Length - "Attribute".Length) : type.Name;
}

/// <summary>What an attribute says.</summary>
/// <param name="Category">The category; null when it says that this is not personal data.</param>
/// <param name="ByName">The attribute knows no closer category than this; the name may.</param>
/// <param name="Attribute">Its name as users write it.</param>
internal sealed record AttributeWord(string? Category, bool ByName, string Attribute)
{
    /// <summary>It marks somebody's data, not merely the form of a text: a shop has an e-mail address too.</summary>
    public bool SaysPerson { get; init; }
}
