using ResponsibleAI.Analyzers.Lineage;

namespace ResponsibleAI.Analyzers.Tests.Lineage;

public sealed class SqlTextTests
{
    [Theory]
    [InlineData("SELECT a, b FROM T", "T")]
    [InlineData("select * from [dbo].[Loan Data] d where d.x = 'FROM other'", "dbo.Loan Data")]
    [InlineData("SELECT p.Age, v.Code FROM Patients p INNER JOIN \"Visits\" AS v ON v.PatientId = p.Id", "Patients, Visits")]
    [InlineData("SELECT a FROM A, B b, C", "A, B, C")]
    [InlineData("WITH recent AS (SELECT x FROM Orders) SELECT x FROM recent", "Orders")]
    [InlineData("SELECT a -- FROM nowhere\nFROM /* FROM else */ T;", "T")]
    [InlineData("SELECT a FROM (SELECT a FROM Inner1) q", "Inner1")]
    [InlineData("SELECT a FROM[Shop].[dbo].[Sales] s INNER JOIN[Shops] p ON p.Id = s.ShopId", "Shop.dbo.Sales, Shops")]
    [InlineData("exec LoadRows", "LoadRows")]
    [InlineData("EXECUTE [dbo].[Get Rows] @day = '1'", "dbo.Get Rows")]
    [InlineData("EXEC @answer = dbo.GetRows", "EXEC @answer = dbo.GetRows")]
    [InlineData("execution log", "execution log")]
    public void The_tables_of_a_query_are_those_after_from_and_join(string query, string tables) => Assert.Equal(tables, SqlText.Source(query));

    [Theory]
    [InlineData("SELECT a, [b c], t.\"d\", x AS e, y f FROM t", "a,b c,d,e,f")]
    [InlineData("SELECT DISTINCT TOP (100) a FROM t", "a")]
    [InlineData("SELECT TOP 5 a, b FROM t", "a,b")]
    [InlineData("SELECT RentalDate, CAST(Year as REAL) as Year, COUNT(*) AS n, SUM(price * 2) total FROM Rentals", "RentalDate,Year,n,total")]
    [InlineData("SELECT CASE WHEN a = 1 THEN 'x' ELSE 'y' END AS kind FROM t", "kind")]
    public void Columns_are_the_names_and_aliases_of_the_select_list(string query, string columns) => Assert.Equal(columns.Split(','), SqlText.Columns(query));

    [Theory]
    [InlineData("SELECT * FROM t")]
    [InlineData("SELECT t.*, a FROM t")]
    [InlineData("SELECT a + b FROM t")]
    [InlineData("SELECT COUNT(*) FROM t")]
    [InlineData("SELECT CASE WHEN a = 1 THEN 2 END FROM t")]
    [InlineData("SELECT 1 FROM t")]
    [InlineData("SELECT a FROM t UNION SELECT b FROM u")]
    [InlineData("SELECT a")]
    [InlineData("exec LoadRows")]
    [InlineData("SELECT [a FROM t")]
    [InlineData("")]
    public void What_is_no_plain_list_is_unknown(string query) => Assert.Null(SqlText.Columns(query));

    [Theory]
    [InlineData("Select the best from our list", true)]
    [InlineData("SELECT a FROM t", true)]
    [InlineData("selected from menu", false)]
    [InlineData("From SELECT", false)]
    public void Only_a_text_that_begins_as_a_query_is_taken_for_one(string text, bool isQuery) => Assert.Equal(isQuery, SqlText.IsQuery(text));
}
