using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>The columns that what trains on all columns takes for the label or leaves out.</summary>
internal sealed class ExperimentColumns
{
    /// <summary>Null when it is not known.</summary>
    public string? Label { get; private set; } = ColumnFlow.DefaultLabel;

    public HashSet<string> Ignored { get; } = new(StringComparer.Ordinal);

    /// <summary>Why some are not known.</summary>
    public HashSet<string> NotSeen { get; } = new(StringComparer.Ordinal);

    public void LabelIs(Expression name, ColumnNames names, CancellationToken cancellation)
    {
        Label = names.One(name, out var missing, cancellation);
        if (missing is not null)
            NotSeen.Add(missing);
    }

    /// <summary>What an object of ML.NET's ColumnInformation says.</summary>
    public void Add(Expression information, ColumnNames names, Definitions definitions, CancellationToken cancellation)
    {
        if (OptionsReader.Value(information, "LabelColumnName", definitions, cancellation) is { } label)
            LabelIs(label, names, cancellation);
        else if (!OptionsReader.IsMadeInSight(information, definitions, cancellation))
            NotSeen.Add("the columns are chosen at run time");
        foreach (var ignored in OptionsReader.Added(information, "IgnoredColumnNames", definitions, cancellation))
        {
            if (names.One(ignored, out var missing, cancellation) is { } name)
                Ignored.Add(name);
            else
                NotSeen.Add(missing!);
        }
    }
}
