using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>The personal columns that reach one training call, and how messages tell of them.</summary>
internal sealed class PersonalFlow
{
    private const int MostNamed = 3;

    private PersonalFlow(TrainingCall call, List<(TrainedColumn Trained, PersonalColumn Personal)> columns, string? aboutPeople)
    {
        Call = call;
        Columns = columns;
        AboutPeople = aboutPeople;
    }

    public TrainingCall Call { get; }

    /// <summary>Each column once, features before labels, the most telling first.</summary>
    public IReadOnlyList<(TrainedColumn Trained, PersonalColumn Personal)> Columns { get; }

    /// <summary>Why rows that are trained on describe people; null when none is known to.</summary>
    public string? AboutPeople { get; }

    public static PersonalFlow Of(TrainingCall call, RuleContext context)
    {
        var columns = new List<(TrainedColumn Trained, PersonalColumn Personal)>();
        foreach (var trained in call.Columns)
            if (context.Personal(trained.Column, trained.Load) is { } personal && !columns.Any(known => known.Trained.Column == trained.Column))
                columns.Add((trained, personal));
        columns.Sort((left, right) =>
        {
            var order = Weight(right.Personal, context).CompareTo(Weight(left.Personal, context));
            if (order == 0)
                order = left.Trained.Role.CompareTo(right.Trained.Role);
            if (order == 0)
                order = left.Personal.Layer.CompareTo(right.Personal.Layer);
            return order != 0 ? order : string.CompareOrdinal(left.Trained.Column.Display, right.Trained.Column.Display);
        });

        string? aboutPeople = null;
        foreach (var load in call.Data)
            if (context.Assess(load) is { AboutPeople: true } assessment)
                aboutPeople ??= assessment.Why;
        return new PersonalFlow(call, columns, aboutPeople);
    }

    /// <summary>What a reader has to see first: special categories, then what identifies, then what laws protect somewhere.</summary>
    private static int Weight(PersonalColumn personal, RuleContext context) => context.Category(personal.Category) switch
    {
        _ when personal.Category == "user" => 0,
        { GdprArt9: true } => 4,
        { DirectIdentifier: true } when personal.HoldsNamed != false => 3,
        { ProtectedIn.Count: > 0 } => 2,
        _ => 1,
    };

    /// <summary>"'Row.Age' (user.demographic.age, by name 'age'), … and 4 more personal columns flow through 'Concatenate' into FastTree".</summary>
    public string Describe()
    {
        var trainer = string.Join(" or ", Call.Trainers);
        if (Columns.Count == 0)
            return $"Rows about people ({AboutPeople}) reach the training of {trainer} on a way that is not fully in sight ({(Call.NotSeen.Count > 0 ? Call.NotSeen[0] : "no column of them")}){RowsTakenFor(Call)}";

        var named = Columns.Take(MostNamed).Select(static column => $"'{column.Trained.Column.Display}' ({column.Personal.Category}, by {column.Personal.Evidence})");
        var more = Columns.Count - MostNamed;
        var through = Columns.Count == 1 ? Through(Columns[0].Trained) : "";
        var roles = Columns.All(static column => column.Trained.Role == ColumnRole.Feature) ? "the features of "
            : Columns.All(static column => column.Trained.Role == ColumnRole.Label) ? "the label of " : "the training of ";
        return $"{string.Join(", ", named)}{(more > 0 ? $" and {more} more personal column{(more == 1 ? "" : "s")}" : "")} {(Columns.Count == 1 ? "flows" : "flow")}{through} into {roles}{trainer}{RowsTakenFor(Call)}";
    }

    /// <summary>Says so when the row type was not passed in sight but told from the columns that the pipeline names; else empty.</summary>
    public static string RowsTakenFor(TrainingCall call)
    {
        foreach (var load in call.Data)
            if (load is { Kind: LoadKind.Passed, Schema.RowType.Name: var type })
                return $" (rows of '{type}', by the columns that the pipeline names)";
        return "";
    }

    /// <summary>Declarations, loads and transforms on the way, each once.</summary>
    public IReadOnlyList<Location> Hops()
    {
        var hops = new List<Location>();
        foreach (var (trained, _) in Columns.Take(MostNamed))
        {
            Add(trained.Column.Location);
            Add(trained.Load.Location);
            foreach (var hop in trained.Hops)
                Add(Places.Of(hop.At));
        }

        foreach (var load in Call.Data)
            Add(load.Location);
        return hops;

        void Add(Location? location)
        {
            if (location is not null && !hops.Contains(location))
                hops.Add(location);
        }
    }

    public static string Through(TrainedColumn trained)
    {
        // The last hop is the trainer itself.
        var names = trained.Hops.Take(trained.Hops.Count - 1).Select(static hop => $"'{hop.Name}'").Distinct().ToList();
        return names.Count == 0 ? "" : $" through {string.Join(", ", names)}";
    }
}
