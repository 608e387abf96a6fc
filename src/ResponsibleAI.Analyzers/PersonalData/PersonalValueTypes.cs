using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Apis;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>Types whose values are personal whatever the column is called.</summary>
internal sealed class PersonalValueTypes
{
    private static readonly (string Name, string Category)[] s_known =
    [
        ("System.Net.IPAddress", "user.device.ip_address"),
        ("System.Net.Mail.MailAddress", "user.contact.email"),
        ("System.Net.NetworkInformation.PhysicalAddress", "user.device.device_id"),
    ];

    /// <summary>Types of places. A shop has a place as well, so they say something only in a row about people.</summary>
    private static readonly string[] s_places =
    [
        "NetTopologySuite.Geometries.Point", "Microsoft.Spatial.GeographyPoint", "Microsoft.SqlServer.Types.SqlGeography", "System.Data.Entity.Spatial.DbGeography",
        "System.Device.Location.GeoCoordinate", "Microsoft.Maui.Devices.Sensors.Location", "Xamarin.Essentials.Location", "Windows.Devices.Geolocation.Geopoint",
    ];

    private readonly HashSet<ISymbol> _places = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, string> _categories = new(SymbolEqualityComparer.Default);
    private readonly PersonalAttributes _attributes;

    public PersonalValueTypes(TypeNames types, PersonalAttributes attributes)
    {
        _attributes = attributes;
        foreach (var (name, category) in s_known)
        {
            foreach (var type in types.All(name)) _categories[type] = category;
        }
        foreach (var name in s_places)
        {
            foreach (var type in types.All(name)) _places.Add(type);
        }
    }

    /// <summary>What the type says: a known one, one that is itself marked as personal data, or an enumeration with a personal name.</summary>
    public PersonalColumn? Of(ITypeSymbol? type, Lexicon lexicon)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable) type = nullable.TypeArguments[0];
        if (type is not INamedTypeSymbol { SpecialType: SpecialType.None } named) return null;
        if (_categories.TryGetValue(named, out var category)) return By(category, named);
        if (_attributes.Read(named) is { Category: { } marked }) return By(marked, named);
        if (named.TypeKind != TypeKind.Enum) return null;
        return lexicon.Name(IdentifierWords.Split(named.Name), ValueKind.Text) is { Strict: true } match ? By(match.Term.Category, named) : null;
    }

    /// <summary>What the type says in a row about people: where somebody is.</summary>
    public PersonalColumn? InRowAboutPeople(ITypeSymbol? type) =>
        _places.Count > 0 && type is INamedTypeSymbol named && _places.Contains(named) ? By("user.location.precise", named) : null;

    private static PersonalColumn By(string category, INamedTypeSymbol type) => new(category, DecidingLayer.ValueType, $"value type {type.Name}");
}
