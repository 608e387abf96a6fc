using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Tests.Programs;

namespace ResponsibleAI.Analyzers.Tests.Lineage;

/// <summary>Rows that are made of other rows, and say nothing themselves, are about whom those are about; what is copied keeps its meaning.</summary>
public sealed class CopiedRowsTests
{
    private const string Entities = """
        public class DbSet<T> : List<T> { }
        public class Db
        {
            public DbSet<Member> Staff { get; set; } = new();
            public DbSet<Posting> Postings { get; set; } = new();
            public DbSet<Item> Items { get; set; } = new();
        }
        public class Member { public int Id { get; set; } public string FullName { get; set; } = ""; public decimal Salary { get; set; } public int Code { get; set; } public bool Resigned { get; set; } public decimal Yearly => Salary * 12; }
        public class Posting { public int Id { get; set; } public string UserId { get; set; } = ""; public decimal Sum { get; set; } public DateTime Date { get; set; } }
        public class Item { public int Id { get; set; } public string ProductName { get; set; } = ""; public decimal Price { get; set; } public int Stock { get; set; } public bool Sold { get; set; } }
        public class Row { public float F1 { get; set; } public float F2 { get; set; } public bool Label { get; set; } }

        """;

    private const string Fit = "var ml = new MLContext(); ml.Transforms.Concatenate(\"Features\", \"F1\", \"F2\").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromEnumerable<Row>(rows));";

    private static Program Of(string body, string members = "") => Program.Of(Entities + $$"""
        public class Start
        {
            private readonly Db _db = new();
            public void Train(string userId) { {{body}} {{Fit}} }
            {{members}}
        }
        """);

    private static async Task<string> Columns(Program program) =>
        string.Join(' ', (await program.Findings("RAI1001")).SelectMany(static finding => finding.Properties["columns"]!.Split('|')).Select(static column => column["Row.".Length..]).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("var rows = _db.Staff.Select(m => new Row { F1 = (float)m.Salary, F2 = m.Code, Label = m.Resigned }).ToList();")]
    [InlineData("var rows = new List<Row>(); foreach (var m in _db.Staff) rows.Add(new Row { F1 = (float)m.Salary, F2 = m.Code, Label = m.Resigned });")]
    [InlineData("var rows = new List<Row>(); var staff = _db.Staff.ToList(); for (var i = 0; i < staff.Count; i++) { var row = new Row(); row.F1 = (float)staff[i].Salary; row.F2 = staff[i].Code; row.Label = staff[i].Resigned; rows.Add(row); }")]
    [InlineData("var rows = _db.Staff.Where(m => m.Code > 1).Select(ToRow);", "private static Row ToRow(Member m) => new() { F1 = Convert.ToSingle(m.Salary), F2 = m.Code, Label = m.Resigned };")]
    [InlineData("var rows = _db.Staff.Select(ToRow).ToList();", "private static Row ToRow(Member m) => new() { F1 = Convert.ToSingle(m.Salary), F2 = m.Code, Label = m.Resigned };")]
    [InlineData("var rows = _db.Staff.Select(_mapper.ToRow).ToList();", "private readonly IMapper _mapper = new Mapper(); public interface IMapper { Row ToRow(Member m); } public class Mapper : IMapper { public Row ToRow(Member m) { var row = new Row(); row.F1 = (float)m.Salary; row.F2 = m.Code; row.Label = m.Resigned; return row; } }")]
    [InlineData("var rows = _db.Staff.ToList().ConvertAll(ToRow);", "private static Row ToRow(Member m) => new() { F1 = Convert.ToSingle(m.Salary), F2 = m.Code, Label = m.Resigned };")]
    [InlineData("var rows = _db.Staff.Select(m => new Row { F1 = (float)m.Yearly, F2 = m.Code, Label = m.Resigned }).ToList();")]
    [InlineData("var rows = from m in _db.Staff where m.Code > 1 select new Row { F1 = m.Salary > 3000 ? 1 : 0, F2 = m.Code, Label = m.Resigned };")]
    [InlineData("var rows = System.Text.Json.JsonSerializer.Deserialize<List<Member>>(File.ReadAllText(\"a.json\"))!.Select(m => new Row { F1 = (float)m.Salary, F2 = m.Code, Label = m.Resigned });")]
    public async Task What_is_copied_of_a_person_stays_personal(string rows, string members = "") =>
        Assert.Equal("F1=user.financial.income F2=user Label=user", await Columns(Of(rows, members)));

    [Theory]
    [InlineData("var rows = _db.Postings.Where(p => p.UserId == userId).Select(p => new Row { F1 = (float)p.Sum, F2 = p.Date.Month }).ToList();")]
    [InlineData("var rows = _db.Postings.Where(p => userId == p.UserId).GroupBy(p => p.Date.Month).Select(g => new Row { F1 = (float)g.Sum(p => p.Sum), F2 = g.Key }).ToList();")]
    [InlineData("var rows = _db.Postings.AsQueryable().Where(p => p.UserId == userId).GroupBy(p => p.Date.Month).Select(g => new Row { F1 = (float)g.Sum(p => p.Sum), F2 = g.Key }).ToList();")]
    [InlineData("var rows = _db.Postings.GroupBy(p => p.UserId).Select(g => new Row { F1 = (float)g.Sum(p => p.Sum), F2 = g.Count() }).ToList();")]
    public async Task Rows_of_one_person_are_about_that_person(string rows) =>
        Assert.Equal("F1=user F2=user", (await Columns(Of(rows))).Replace(" Label=user", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("var rows = _db.Items.Select(i => new Row { F1 = (float)i.Price, F2 = i.Stock, Label = i.Sold }).ToList();")]
    [InlineData("var rows = _db.Items.Select(ToRow).ToList();", "private static Row ToRow(Item i) => new() { F1 = (float)i.Price, F2 = i.Stock, Label = i.Sold };")]
    [InlineData("var rows = _db.Postings.GroupBy(p => p.Date.Month).Select(g => new Row { F1 = (float)g.Sum(p => p.Sum), F2 = g.Key }).ToList();")]
    [InlineData("var rows = _db.Postings.AsQueryable().Where(p => p.UserId != null).GroupBy(p => p.Date.Month).Select(g => new Row { F1 = (float)g.Sum(p => p.Sum), F2 = g.Key }).ToList();")]
    [InlineData("var rows = _db.Postings.Where(p => p.UserId == null || p.UserId == p.UserId.Trim()).GroupBy(p => p.Date.Month).Select(g => new Row { F1 = (float)g.Sum(p => p.Sum), F2 = g.Key }).ToList();")]
    [InlineData("var rows = _db.Items.Where(i => i.ProductName == userId).Select(i => new Row { F1 = (float)i.Price, F2 = i.Stock, Label = i.Sold }).ToList();")]
    [InlineData("var rows = _db.Items.Select(i => new Row { F1 = (float)_db.Staff.Select(m => m.Yearly).Average(), F2 = i.Stock, Label = i.Sold }).ToList();")]
    [InlineData("var rows = new List<Row> { new() { F1 = _db.Staff.Count, F2 = (float)_db.Staff.Average(m => m.Salary) } };")]
    public async Task Rows_about_things_and_sums_over_many_people_are_about_nobody(string rows, string members = "") =>
        Assert.Empty(await Of(rows, members).Findings("RAI1001"));

    [Fact]
    public async Task The_finding_says_what_a_column_is_made_of() =>
        Assert.Contains("of 'Member.Salary', which it is made of", Assert.Single(await Of("var rows = _db.Staff.Select(m => new Row { F1 = (float)m.Salary, F2 = m.Code }).ToList();").Findings("RAI1001")).GetMessage(), StringComparison.Ordinal);

    [Fact]
    public async Task What_a_row_computes_of_itself_comes_from_that_row_and_not_from_others_of_its_type() =>
        Assert.Equal("logs.json", Assert.Single(await Program.Of(Entities + $$"""
            public class Log { public DateTime Start { get; set; } public DateTime End { get; set; } public TimeSpan Duration => End - Start; }
            public class Start
            {
                public Log Now() => new() { Start = DateTime.Parse(File.ReadAllText("tasks.json")), End = DateTime.Now };
                public void Train() { var rows = System.Text.Json.JsonSerializer.Deserialize<List<Log>>(File.ReadAllText("logs.json"))!.Select(l => new Row { F1 = l.Duration.Seconds, F2 = l.Start.Hour }).ToList(); {{Fit}} }
            }
            """).Findings("RAI2001")).Properties["dataset"]);

    [Theory]
    [InlineData("public interface IStore<T> { List<T> All(); } public class Store<T> : IStore<T> { private readonly Missing.Context _db; public List<T> All() => _db.Set<T>().ToList(); } public interface IUnit { IStore<Item> Items { get; } } public class Unit : IUnit { public IStore<Item> Items { get; } = new Store<Item>(); }", "new Unit().Items.All()")]
    [InlineData("public class Store<T> { private readonly DbSet<T> _rows; public Store(Missing.Context db) => _rows = db.Set<T>(); public List<T> All() => _rows; }", "new Store<Item>(null!).All()")]
    [InlineData("", "new Missing.Connection().Table<Item>().ToList()")]
    public async Task A_generic_store_names_the_table_after_its_rows(string more, string items) =>
        Assert.Equal("Table 'Item' is loaded with no data card", Assert.Single(await Program.Of(Entities + more + $$"""
            public class Start { public void Train() { var rows = ((IEnumerable<Item>){{items}}).Select(i => new Row { F1 = (float)i.Price, F2 = i.Stock }); {{Fit}} } }
            """).Broken().Findings("RAI2001")).GetMessage());

    [Fact]
    public async Task A_table_of_a_schema_speaks_by_its_own_name() =>
        Assert.Equal("F1=user F2=user Label=user", await Columns(Of("var rows = (IEnumerable<Row>)new Missing.Connection().Query<Row>(\"SELECT F1, F2, Label FROM dbo.Employees\");").Broken()));

    [Fact]
    public async Task A_table_of_a_query_is_told_of_where_the_query_stands()
    {
        var finding = Assert.Single(await Of("var rows = Rows();", "private static List<Row> Rows()\n{\n var sql = \"SELECT F1, F2, Label FROM Measurements\";\n return System.Linq.Enumerable.ToList((IEnumerable<Row>)new Missing.Connection().Query<Row>(sql));\n}").Broken().Findings("RAI2001"));

        Assert.Equal("\"SELECT F1, F2, Label FROM Measurements\"", finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan));
    }

    [Fact]
    public async Task What_another_project_implements_is_followed_where_its_source_is_at_hand()
    {
        const string Shared = """
            public class DbSet<T> : List<T> { }
            public class Item { public float Price { get; set; } public float Stock { get; set; } public bool Sold { get; set; } }
            public class Db { public DbSet<Item> Items { get; set; } = new(); }
            public interface IItems { List<Item> All(); }
            public class Stored : IItems { private readonly Db _db = new(); public List<Item> All() => _db.Items.ToList(); }
            """;
        const string Start = """
            public class Start { public void Train(IItems items) { var ml = new MLContext(); ml.Transforms.Concatenate("Features", "Price", "Stock").Append(ml.BinaryClassification.Trainers.FastTree("Sold")).Fit(ml.Data.LoadFromEnumerable(items.All())); } }
            """;

        Assert.Equal("Table 'Items' is loaded with no data card", Assert.Single(await Program.Of(Start).WithProject(Shared).Findings("RAI2001", "RAI2003")).GetMessage());
        Assert.Equal("RAI2003", Assert.Single(await Program.Of(Start).WithLibrary(Shared).Findings("RAI2001", "RAI2003")).Id);
    }

    [Theory]
    [InlineData("var trainer = new Missing.Host().Services.GetRequiredService<Trainer>(); trainer.Train(\"pumps.csv\");", true)]
    [InlineData("Missing.Host host = new(); host.Resolve<Trainer>().Train(\"pumps.csv\");", true)]
    [InlineData("var bus = new Missing.Bus(); bus.Train(\"pumps.csv\");", false)]
    [InlineData("var trainer = new Missing.Host().Services.GetRequiredService<Trainer>(); trainer.Train(\"pumps.csv\", 3);", false)]
    public async Task A_caller_whose_receiver_is_not_in_sight_counts_when_it_names_the_class(string call, bool counts)
    {
        var findings = await Program.Of(Entities + $$"""
            public class Trainer { public void Train(string path) { var ml = new MLContext(); ml.Transforms.Concatenate("Features", "F1", "F2").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(ml.Data.LoadFromTextFile<Row>(path)); } }
            public static class Start { public static void Run() { {{call}} } }
            """).Broken().Findings("RAI2001", "RAI2003");

        Assert.Equal(counts ? "RAI2001" : "RAI2003", Assert.Single(findings).Id);
    }
}
