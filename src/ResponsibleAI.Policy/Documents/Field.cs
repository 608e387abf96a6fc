namespace ResponsibleAI.Policy.Documents;

/// <summary>One key of a document format: the row of its key table.</summary>
public sealed record Field
{
    /// <summary>The key.</summary>
    public string Name { get; init; } = "";

    /// <summary>What its value, or each item of its list, is.</summary>
    public FieldType Type { get; init; }

    /// <summary>Whether it holds a list; one value written alone is a list of one.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether the document is refused without it.</summary>
    public bool Required { get; init; }

    /// <summary>What silence means.</summary>
    public Absence Absence { get; init; }

    /// <summary>The words an <see cref="FieldType.Enum"/> takes.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The keys of a <see cref="FieldType.Map"/>, in order of the format's table.</summary>
    public IReadOnlyList<Field> Fields { get; init; } = [];

    /// <summary>The key that a bare scalar stands for, such as id in <c>license: MIT</c>; null when a map must be written.</summary>
    public string? Shorthand { get; init; }

    /// <summary>For a <see cref="FieldType.Table"/>, whose keys are names of the author's own: what stands under each.</summary>
    public Field? Each { get; init; }

    /// <summary>Names that older cards use for it; read as this key, with a hint.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Keys of a map that are gone, and where the fact went; not read.</summary>
    public IReadOnlyDictionary<string, string> Moved { get; init; } = new Dictionary<string, string>();

    /// <summary>Words of an enum that are gone, and what to write today; not read.</summary>
    public IReadOnlyDictionary<string, string> MovedValues { get; init; } = new Dictionary<string, string>();

    /// <summary>One line for completion, hovers and generated docs.</summary>
    public string Title { get; init; } = "";
}

/// <summary>The type of a value.</summary>
public enum FieldType
{
    /// <summary>Free text.</summary>
    Text,

    /// <summary>An identifier: <c>a-z 0-9 -</c>, starting with a letter or digit.</summary>
    Id,

    /// <summary>A URL, path or document id, or none.</summary>
    Reference,

    /// <summary>A date of year, month or day precision.</summary>
    Date,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>One of <see cref="Field.Values"/>.</summary>
    Enum,

    /// <summary>A map with <see cref="Field.Fields"/>.</summary>
    Map,

    /// <summary>A map whose keys are names of the author's own; see <see cref="Field.Each"/>.</summary>
    Table,

    /// <summary>A condition of the rule language, kept as YAML.</summary>
    Condition,

    /// <summary>A license id; walking on reads the license table.</summary>
    License,

    /// <summary>A data category; walking on reads the taxonomy and the law mappings.</summary>
    Category,

    /// <summary>A purpose id; walking on reads the register.</summary>
    Purpose,

    /// <summary>A data card id; walking on reads that card.</summary>
    Dataset,

    /// <summary>The path of a file with evidence of a fairness gate, or another record; walking on reads that file.</summary>
    Evidence,
}

/// <summary>What a missing key means.</summary>
public enum Absence
{
    /// <summary>The card does not say. A test of it is unknown.</summary>
    NotStated,

    /// <summary>An empty list.</summary>
    Empty,

    /// <summary>The word <c>unchanged</c>.</summary>
    Unchanged,
}
