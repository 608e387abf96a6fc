using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.Lineage;

/// <summary>Lists of columns that code computes from a schema, from a type by reflection, or by LINQ are followed as far as they can be.</summary>
public sealed class ComputedColumnsTests
{
    private const string Start = TrainingPrograms.Person + """
        public static class Reflected
        {
            public static string[] Less<T>(this Type type, string label) => type.GetProperties().Where(p => p.Name != label).Select(p => p.Name).ToArray();
            public static string[] NumbersOf<T>() => typeof(T).GetProperties().Where(property => property.PropertyType == typeof(float)).Select(property => property.Name).ToArray();
            public static string[] LessAll<T>(params string[] left) { var names = typeof(T).GetProperties().Select(p => p.Name); return names.Except(left).ToArray(); }
        }
        public class Names
        {
            private readonly List<string> _columns = new();
            private readonly string[] _both;
            public Names(string other) { _columns.Add("Age"); _columns.AddRange(new[] { "Sex" }); _both = new[] { "Age", other }; }
            public string[] Columns => _columns.ToArray();
            public string[] Both => _both;
        }
        public static class Trainer
        {
            public static ITransformer Train(MLContext ml)
            {
                var data = ml.Data.LoadFromTextFile<Person>("people.csv");
        """;

    private static Task<IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic>> Findings(string list) => Program.Of(Start + $$"""
                {{list}}
                return ml.Transforms.Concatenate("Features", columns).Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
            }
        }
        """).Findings("RAI1001");

    [Theory]
    [InlineData("var columns = typeof(Person).Less<Person>(nameof(Person.Income));", "Age, HoursPerWeek, MaritalStatus, Sex")]
    [InlineData("var columns = Reflected.NumbersOf<Person>();", "Age, HoursPerWeek")]
    [InlineData("var columns = Reflected.LessAll<Person>(\"Income\", \"Age\");", "HoursPerWeek, MaritalStatus, Sex")]
    [InlineData("var columns = typeof(Person).GetProperties().Select(p => p.Name).Where(n => n != \"Income\" && !n.StartsWith(\"M\")).ToArray();", "Age, HoursPerWeek, Sex")]
    [InlineData("var skipped = new[] { \"Income\", \"Sex\", \"MaritalStatus\" }; var columns = typeof(Person).GetProperties().Select(p => p.Name).Where(n => !skipped.Contains(n)).ToArray();", "Age, HoursPerWeek")]
    [InlineData("var columns = data.Schema.AsQueryable().Select(c => c.Name).Where(n => n != nameof(Person.Sex)).Where(n => n != \"Label\").Where(n => n != \"Age\").ToArray();", "HoursPerWeek, MaritalStatus")]
    [InlineData("var columns = data.Schema.AsEnumerable().Select(column => column.Name).Where(name => name is not (\"Label\" or \"Sex\")).ToArray();", "Age, HoursPerWeek, MaritalStatus")]
    [InlineData("var columns = data.Schema.Where(c => !c.Name.Equals(\"Label\")).Select(c => c.Name).Except(new[] { \"Sex\", \"Age\" }).ToArray();", "HoursPerWeek, MaritalStatus")]
    [InlineData("var columns = data.Schema.Select(c => c.Name).Where(n => n == \"Age\" || n == \"Sex\").ToArray();", "Age, Sex")]
    [InlineData("var names = data.Schema.Select(c => c.Name).ToList(); names.Remove(\"Label\"); names.Remove(\"Sex\"); var columns = names.ToArray();", "Age, HoursPerWeek, MaritalStatus")]
    [InlineData("var columns = new[] { \"Age\" }.Concat(new[] { \"Sex\" }).ToArray();", "Age, Sex")]
    [InlineData("string[] some = [\"Age\", \"Sex\"]; string[] columns = [.. some, \"HoursPerWeek\"];", "Age, HoursPerWeek, Sex")]
    [InlineData("var columns = new Names(\"HoursPerWeek\").Columns;", "Age, Sex")]
    [InlineData("var columns = new Names(\"HoursPerWeek\").Both;", "Age, HoursPerWeek")]
    public async Task The_columns_of_a_computed_list_are_known(string list, string columns)
    {
        var finding = Assert.Single(await Findings(list));

        var named = finding.Properties["columns"]!.Split('|').Select(static column => column.Split('=')[0].Split('.')[1]).Where(static column => column != "Income").Order(StringComparer.Ordinal);
        Assert.Equal(columns, string.Join(", ", named));
        Assert.Equal("known", finding.Properties["resolution"]);
    }

    [Theory]
    [InlineData("var columns = data.Schema.Where(c => c.Type is NumberDataViewType).Select(c => c.Name).ToArray();")]
    [InlineData("var columns = data.Schema.Select(c => c.Name).Skip(2).ToArray();")]
    [InlineData("var columns = typeof(Person).GetProperties().Where(p => p.GetCustomAttributes(true).Length > 3).Select(p => p.Name).ToArray();")]
    public async Task What_a_condition_chooses_at_run_time_may_be_any_column_and_that_is_said(string list)
    {
        var finding = Assert.Single(await Findings(list));

        Assert.Contains("Person.Sex=", finding.Properties["columns"], StringComparison.Ordinal);
        Assert.Equal("partial", finding.Properties["resolution"]);
        Assert.Contains("the columns are chosen by a condition", finding.Properties["notSeen"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("numbers.CopyTo(columns, 0);")]
    [InlineData("Array.Copy(numbers, columns, 1);")]
    public async Task Names_that_are_copied_over_others_leave_the_list_open_and_that_is_said(string copy) =>
        Assert.Contains("elements are copied into the list", Assert.Single(await Findings($"var numbers = new[] {{ \"HoursPerWeek\" }}; var columns = new[] {{ \"Age\", \"Sex\" }}; {copy}")).Properties["notSeen"], StringComparison.Ordinal);

    [Fact]
    public async Task Pairs_of_columns_made_of_names_keep_their_inputs()
    {
        var finding = Assert.Single(await Findings("""
            var pairs = data.Schema.Select(c => c.Name).Where(n => n == "Sex" || n == "MaritalStatus").Select(n => new InputOutputColumnPair(n + "Encoded", n)).ToArray();
            var encoded = ml.Transforms.Categorical.OneHotEncoding(pairs).Append(ml.Transforms.Concatenate("Features", "SexEncoded")).Append(ml.BinaryClassification.Trainers.FastTree()).Fit(data);
            var columns = new[] { "HoursPerWeek" };
            """.Replace("var encoded", "_", StringComparison.Ordinal)), static finding => finding.Properties["columns"]!.Contains("Person.Sex=", StringComparison.Ordinal));

        Assert.DoesNotContain("MaritalStatus", finding.Properties["columns"], StringComparison.Ordinal);
    }
}
