using System.Text.Json;
using ResponsibleAI.Cli.Reports;

namespace ResponsibleAI.Cli.Mapping;

/// <summary>Writes a map as docs/schema/map.schema.json says.</summary>
internal static class MapJson
{
    public const string Schema = "rai/map/1";

    public static string Write(DataMap map) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        Array(json, "projects", map.Projects, Project);
        json.WriteEndObject();
    });

    private static void Project(Utf8JsonWriter json, MappedProject project)
    {
        json.WriteString("path", project.Path);
        json.WriteString("loaded", project.Loaded);
        json.WriteStrings("notAssessed", project.NotAssessed);
        Array(json, "rowTypes", project.RowTypes, RowType);
        Array(json, "loads", project.Loads, Load);
        Array(json, "models", project.Models, Model);
    }

    private static void RowType(Utf8JsonWriter json, MappedRowType row)
    {
        json.WriteString("name", row.Name);
        At(json, row.At);
        json.WriteBoolean("loaded", row.IsLoaded);
        json.WriteBoolean("embedded", row.IsEmbedded);
        json.WriteStartObject("subject");
        Answer(json, "aboutPeople", row.AboutPeople);
        json.WriteString("why", row.Why);
        json.WriteEndObject();
        Array(json, "columns", row.Columns, Column);
    }

    private static void Column(Utf8JsonWriter json, MappedColumn column)
    {
        json.WriteString("name", column.Name);
        json.WriteString("member", column.Member);
        At(json, column.At);
        json.WriteString("category", column.Category);
        json.WriteString("layer", column.Layer);
        json.WriteString("evidence", column.Evidence);
        json.WriteString("role", column.Role);
        Answer(json, "reachesFeatures", column.ReachesFeatures);
        Array(json, "steps", column.Steps, static (json, step) =>
        {
            json.WriteString("name", step.Name);
            At(json, step.At);
        });
    }

    private static void Load(Utf8JsonWriter json, MappedLoad load)
    {
        At(json, load.At);
        json.WriteString("kind", load.Kind);
        json.WriteString("name", load.Name);
        json.WriteString("resolution", load.Resolution);
        json.WriteString("why", load.Why);
        json.WriteString("role", load.Role);
        json.WriteStrings("roles", load.Roles);
        json.WriteString("roleFrom", load.RoleFrom);
        json.WriteBoolean("divided", load.IsDivided);
        json.WriteString("card", load.Card);
        json.WriteString("rowType", load.RowType);
        if (load.SelectedColumns is { } columns)
            json.WriteStrings("selects", columns);
        else
            json.WriteNull("selects");
        json.WriteString("downloadedFrom", load.DownloadedFrom);
    }

    private static void Model(Utf8JsonWriter json, MappedModel model)
    {
        At(json, model.At);
        json.WriteStrings("trainers", model.Trainers);
        Array(json, "saves", model.Saves, static (json, save) =>
        {
            json.WriteString("kind", save.Kind);
            At(json, save.At);
        });
        Answer(json, "aboutPeople", model.AboutPeople);
        Answer(json, "checked", model.IsChecked);
        json.WriteStrings("purposes", model.Purposes);
        json.WriteStrings("notSeen", model.NotSeen);
    }

    private static void At(Utf8JsonWriter json, Place place)
    {
        json.WriteString("file", place.File);
        json.WriteNumber("line", place.Line);
    }

    /// <summary>true, false or "unknown".</summary>
    private static void Answer(Utf8JsonWriter json, string name, bool? answer)
    {
        if (answer is { } known)
            json.WriteBoolean(name, known);
        else
            json.WriteString(name, "unknown");
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
