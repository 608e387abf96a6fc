namespace ResponsibleAI.Policy.Documents;

/// <summary>Writes a key table down in the order and width of the format's own table.</summary>
internal static class Key
{
    public static Field Text(string name, string title) => Of(FieldType.Text, name, title);

    public static Field Id(string name, string title) => Of(FieldType.Id, name, title);

    public static Field Reference(string name, string title) => Of(FieldType.Reference, name, title);

    public static Field Date(string name, string title) => Of(FieldType.Date, name, title);

    public static Field Integer(string name, string title) => Of(FieldType.Integer, name, title);

    public static Field Number(string name, string title) => Of(FieldType.Number, name, title);

    public static Field Boolean(string name, string title) => Of(FieldType.Boolean, name, title);

    public static Field Condition(string name, string title) => Of(FieldType.Condition, name, title);

    public static Field License(string name, string title) => Of(FieldType.License, name, title);

    public static Field Category(string name, string title) => Of(FieldType.Category, name, title);

    public static Field Purpose(string name, string title) => Of(FieldType.Purpose, name, title);

    public static Field Dataset(string name, string title) => Of(FieldType.Dataset, name, title);

    public static Field Evidence(string name, string title) => Of(FieldType.Evidence, name, title);

    public static Field Enum(string name, string title, params string[] values) => Of(FieldType.Enum, name, title) with { Values = values };

    public static Field Map(string name, string title, params Field[] fields) => Of(FieldType.Map, name, title) with { Fields = fields };

    /// <summary>A map whose keys are names of the author's own.</summary>
    public static Field Table(string name, string title, Field each) => Of(FieldType.Table, name, title) with { Each = each };

    /// <summary>The first key of every format.</summary>
    public static Field Schema(string id) => Enum("schema", "The format and its version.", id).Required();

    public static Field Required(this Field field) => field with { Required = true };

    public static Field List(this Field field) => field with { IsList = true };

    /// <summary>A missing key reads as an empty list.</summary>
    public static Field EmptyWhenAbsent(this Field field) => field with { Absence = Absence.Empty };

    /// <summary>A bare scalar stands for this key.</summary>
    public static Field Short(this Field field, string key) => field with { Shorthand = key };

    /// <summary>Former names of the key.</summary>
    public static Field Formerly(this Field field, params string[] names) => field with { Aliases = names };

    /// <summary>Former keys of the map and where the fact stands today.</summary>
    public static Field Moved(this Field field, params (string Was, string Now)[] keys) =>
        field with { Moved = keys.ToDictionary(key => key.Was, key => key.Now, StringComparer.Ordinal) };

    /// <summary>Former words of the enum and the word of today.</summary>
    public static Field MovedWords(this Field field, params (string Was, string Now)[] words) =>
        field with { MovedValues = words.ToDictionary(word => word.Was, word => word.Now, StringComparer.Ordinal) };

    private static Field Of(FieldType type, string name, string title) => new() { Name = name, Type = type, Title = title };
}
