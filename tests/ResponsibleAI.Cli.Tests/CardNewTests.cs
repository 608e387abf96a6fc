using System.Globalization;
using System.Text;
using ResponsibleAI.Cli.Tables;

namespace ResponsibleAI.Cli.Tests;

public sealed class CardNewTests
{
    private const string People = "customer_id,age,sex,income,joined,postcode\n1,39,Male,1000.5,2020-01-31,00501\n2,?,Female,,2021-02-01,10001\n";

    [Fact]
    public async Task A_card_holds_columns_types_rows_and_hash_and_its_suggestions_are_comments()
    {
        using var repo = Repo.With(("data/customers.csv", People));

        var outcome = await Repo.Rai("card", "new", repo.At("data/customers.csv"));

        Assert.Equal((0, ""), (outcome.Exit, outcome.Error));
        var card = repo.Read("rai/cards/customers.datacard.yaml");
        Assert.Contains("schema: rai/datacard/1\nid: customers\n", card);
        Assert.Contains("  - path: data/customers.csv\n    sha256: " + Hash(People) + $"   # of {People.Length} bytes\nrows: 2\n", card);
        Assert.Contains("  - { name: age, type: integer }   # category: user.demographic.age_range? roles?", card);
        Assert.Contains("  - { name: income, type: number }   # category: user.financial.income?", card);
        Assert.Contains("  - { name: joined, type: date }", card);
        Assert.Contains("  - { name: postcode, type: string }   # category: user.contact.address.postal_code?", card);
        Assert.DoesNotContain("\nsubjects:", card);
        Assert.Contains("6 columns, 2 rows", outcome.Output);
        Assert.Contains("a suggestion is no statement until somebody confirms it", outcome.Output);
    }

    [Fact]
    public async Task What_was_written_is_a_card_that_the_build_reads_without_error()
    {
        using var repo = Repo.With(("rai/policy.yaml", "schema: rai/policy/1\npacks: [gdpr, copyright]\n"), ("data/customers.csv", People));
        await Repo.Rai("card", "new", repo.At("data/customers.csv"));

        var outcome = await repo.Run("check", "", "--fail-on", "error");

        Assert.Equal(0, outcome.Exit);
        Assert.DoesNotContain("RAI900", outcome.Output);
        Assert.Contains("1 card.", outcome.Output);
    }

    [Fact]
    public async Task A_known_dataset_brings_its_published_facts_and_who_read_them()
    {
        using var repo = Repo.With(("people.csv", "PassengerId,Survived,Pclass,Name,Sex,Age,SibSp,Parch,Ticket,Fare,Cabin,Embarked\n1,0,3,\"Braund, Mr. O\",male,22,1,0,A/5 21171,7.25,,S\n"));

        var outcome = await Repo.Rai("card", "new", repo.At("people.csv"));

        Assert.Contains("By its columns this is Titanic.", outcome.Output);
        Assert.Contains("read: secondary", outcome.Output);
        var card = repo.Read("rai/cards/people.datacard.yaml");
        Assert.Contains("# published are 891 rows, the file has another number", card);
        Assert.Contains("rows: 1\n", card);
        Assert.Contains("- { name: Name, type: string, category: user.name, roles: [direct-identifier] }   # to be confirmed: published as Name", card);
    }

    [Fact]
    public async Task A_card_that_is_there_stays_unless_force_is_said()
    {
        using var repo = Repo.With(("data/customers.csv", People), ("rai/cards/customers.datacard.yaml", "mine"));

        var refused = await Repo.Rai("card", "new", repo.At("data/customers.csv"), "--id", "customers");
        Assert.Equal(2, refused.Exit);
        Assert.Contains("is there already", refused.Error);
        Assert.Equal("mine", repo.Read("rai/cards/customers.datacard.yaml"));

        Assert.Equal(0, (await Repo.Rai("card", "new", repo.At("data/customers.csv"), "--id", "customers", "--force")).Exit);
        Assert.Contains("id: customers", repo.Read("rai/cards/customers.datacard.yaml"));
    }

    [Fact]
    public async Task The_id_is_one_that_no_card_has()
    {
        using var repo = Repo.With(
            ("rai/policy.yaml", "schema: rai/policy/1\npacks: [gdpr]\n"),
            ("rai/cards/old.datacard.yaml", "schema: rai/datacard/1\nid: customers\n"),
            ("data/customers.csv", People));

        await Repo.Rai("card", "new", repo.At("data/customers.csv"));

        Assert.Contains("id: customers-2\n", repo.Read("rai/cards/customers-2.datacard.yaml"));
    }

    [Theory]
    [InlineData("a;b;c\n1;2,5;x\n3;4,5;y\n", "a:integer;b:string;c:string", 2)]
    [InlineData("a\tb\n1\tx, y, z\n2\tu, v, w\n", "a:integer;b:string", 2)]
    [InlineData("a|b\r\n1|2\r\n", "a:integer;b:integer", 1)]
    [InlineData("\"a\",\"b, c\"\n\"1\",\"x\"\"y\nz\"\n", "a:integer;b, c:string", 1)]
    [InlineData("39, State-gov, 77516\n50, Private, 83311\n", "column1:integer;column2:string;column3:integer", 2)]
    [InlineData("only\n1\n\n2\n", "only:integer", 2)]
    [InlineData(",x\n0,true\n1,false\n", "column1:integer;x:boolean", 2)]
    [InlineData("a,b\r1,2\r3,4\r", "a:integer;b:integer", 2)]
    [InlineData("flag,when\nTrue,2020-01-01T10:00:00Z\n", "flag:boolean;when:date", 1)]
    [InlineData("x,y\n1,NA\n1.5,NA\n", "x:number;y:", 2)]
    public async Task Separator_quotes_header_and_types_are_found(string text, string columns, int rows)
    {
        using var repo = Repo.With(("d.csv", text));

        var outcome = await Repo.Rai("card", "new", repo.At("d.csv"), "-o", "-");

        Assert.Equal(0, outcome.Exit);
        Assert.Contains($"rows: {rows}\n", outcome.Output);
        foreach (var column in columns.Split(';'))
        {
            var (name, type) = (column.Split(':')[0], column.Split(':')[1]);
            Assert.Matches($"name: [^,}}]*{name}\"?{(type.Length == 0 ? " }" : $", type: {type} }}")}", outcome.Output);
        }
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-8")]
    public async Task A_byte_order_mark_tells_the_encoding(string name)
    {
        using var repo = Repo.With();
        var encoding = Encoding.GetEncoding(name);
        repo.Add("d.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes("größe,n\n1,2\n")]);

        Assert.Contains("name: \"größe\", type: integer", (await Repo.Rai("card", "new", repo.At("d.csv"), "-o", "-")).Output);
    }

    [Fact]
    public async Task Bytes_that_are_no_Utf8_are_read_and_told()
    {
        using var repo = Repo.With();
        repo.Add("d.csv", [.. Encoding.Latin1.GetBytes("größe,n\n1,2\n")]);

        var outcome = await Repo.Rai("card", "new", repo.At("d.csv"), "-o", "-");

        Assert.Contains("name: \"größe\"", outcome.Output);
        Assert.Contains("2 bytes are no UTF-8", outcome.Error);
    }

    [Fact]
    public async Task Rows_of_another_width_are_told_with_their_line()
    {
        using var repo = Repo.With(("d.csv", "a,b\n1,2\n3\n4,5,6\n" + string.Concat(Enumerable.Repeat("7,8\n", 30))));

        Assert.Contains("2 of 33 rows have another number of fields than the first line, the first of them on line 3", (await Repo.Rai("card", "new", repo.At("d.csv"))).Output);
    }

    [Fact]
    public async Task Lines_before_the_header_can_be_passed_over()
    {
        using var repo = Repo.With(("d.csv", "Report of May\na,b\n1,2\n3,4\n"));

        Assert.Contains("--skip", (await Repo.Rai("card", "new", repo.At("d.csv"))).Error);
        Assert.Contains("name: a, type: integer", (await Repo.Rai("card", "new", repo.At("d.csv"), "--skip", "1", "-o", "-")).Output);
    }

    [Theory]
    [InlineData("d.csv", "", "The file is empty")]
    [InlineData("d.csv", "a,b\n1,\"never closed\n2,3\n", "(2,3): error: The quote that opens here never closes")]
    [InlineData("d.csv", "a,b\n1,\0\n", "(2,3): error: Here stands a zero byte")]
    [InlineData("d.csv", "%PDF-1.7 and so on", "a PDF document")]
    [InlineData("d.parquet", "a,b\n1,2\n", "does not begin as one")]
    [InlineData("d.parquet", "PAR1 and no footer at all", "may be cut off")]
    [InlineData("d.jsonl", "{\"a\":1}\n{\"a\":\n", "(2,")]
    [InlineData("d.jsonl", "[1,2]\n", "(1,1): error: A line of JSON lines is one object")]
    [InlineData("d.json", "{}", "One JSON document is no table")]
    public async Task What_is_no_table_is_told_with_place_and_way_out(string name, string text, string message)
    {
        using var repo = Repo.With((name, text));

        var outcome = await Repo.Rai("card", "new", repo.At(name));

        Assert.Equal((3, ""), (outcome.Exit, outcome.Output));
        Assert.Contains(message, outcome.Error);
        Assert.False(Directory.Exists(repo.At("rai")));
    }

    [Fact]
    public async Task Binary_files_and_endless_lines_end_with_a_message()
    {
        using var repo = Repo.With();
        repo.Add("zip.csv", [0x50, 0x4B, 3, 4, 1, 2, 3, 4]);
        repo.Add("noise.csv", [.. Enumerable.Range(0, 4000).Select(static at => (byte)(at * 7919 % 251))]);
        repo.Add("long.csv", new string('x', 5 << 20));
        repo.Add("deep.jsonl", string.Concat(Enumerable.Repeat("{\"a\":", 5000)));
        repo.Add("footer.parquet", [.. "PAR1"u8, .. new byte[] { 0x29, 0xFC, 0xFF, 0xFF, 0xFF, 0x0F, 0 }, 7, 0, 0, 0, .. "PAR1"u8]);

        Assert.Contains("Unpack it", (await Repo.Rai("card", "new", repo.At("zip.csv"))).Error);
        Assert.Contains("longer than 4 Mi characters", (await Repo.Rai("card", "new", repo.At("long.csv"))).Error);
        foreach (var file in new[] { "noise.csv", "deep.jsonl", "footer.parquet" })
            Assert.Equal(3, (await Repo.Rai("card", "new", repo.At(file))).Exit);
    }

    [Fact]
    public async Task Json_lines_have_the_keys_of_all_objects_as_columns()
    {
        using var repo = Repo.With(("d.jsonl", "{\"age\":3,\"tags\":[1]}\n\n{\"age\":3.5,\"name\":\"x\",\"born\":\"2001-02-03\"}\n"));

        var outcome = await Repo.Rai("card", "new", repo.At("d.jsonl"), "-o", "-");

        Assert.Contains("rows: 2\n", outcome.Output);
        Assert.Contains("name: age, type: number", outcome.Output);
        Assert.Contains("name: tags, type: list", outcome.Output);
        Assert.Contains("name: born, type: date", outcome.Output);
    }

    [Fact]
    public async Task Names_of_columns_cannot_break_out_of_the_card()
    {
        using var repo = Repo.With(("d.csv", "\"a: { b }\",\"x # y\",\"- \"\"q\"\"\nid: other\",none\n1,2,3,4\n"), ("rai/policy.yaml", "schema: rai/policy/1\npacks: [gdpr]\n"));

        await Repo.Rai("card", "new", repo.At("d.csv"));

        var card = repo.Read("rai/cards/d.datacard.yaml");
        Assert.Contains("\"a: { b }\"", card);
        Assert.Single(card.Split('\n'), static line => line.StartsWith("id:", StringComparison.Ordinal));
        Assert.DoesNotContain("RAI9001", (await repo.Run("check", "", "--fail-on", "never")).Output);
    }

    [Fact]
    public async Task A_file_outside_of_the_repository_gets_a_path_that_can_be_found_anywhere()
    {
        using var repo = Repo.With(("rai/policy.yaml", "schema: rai/policy/1\npacks: [gdpr]\n"));
        using var other = Repo.With(("d.csv", "a,b\n1,2\n"));

        await Repo.Rai("init", repo.Root, "--force", "--data", other.At("d.csv"));

        Assert.Contains("path: \"**/d.csv\"", repo.Read("rai/cards/d.datacard.yaml"));
    }

    [Theory]
    [InlineData("csv", "a,b;\"c\"\t|\n1,2.5,2020-01-01,\"x\"\"y\"\r\n")]
    [InlineData("jsonl", "{\"a\":1,\"b\":[{\"c\":null}],\"d\":\"2020-01-01\"}\n{\"a\":1e5}\n")]
    [InlineData("parquet", "PAR1PAR1PAR1PAR1")]
    public void Broken_files_are_read_or_told_and_nothing_else_happens(string extension, string text)
    {
        using var repo = Repo.With();
        var random = new Random(20261122); // the same files in every run
        for (var run = 0; run < 400; run++)
        {
            byte[] bytes = [.. Encoding.UTF8.GetBytes(text)];
            for (var change = random.Next(1, 8); change > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (extension == "parquet")
                bytes = [.. "PAR1"u8, .. bytes, (byte)bytes.Length, 0, 0, 0, .. "PAR1"u8];
            repo.Add($"d.{extension}", bytes);
            try
            {
                var table = DataFile.Read(repo.At($"d.{extension}"), new ReadingHints());
                Assert.NotEmpty(table.Columns);
            }
            catch (UnreadableDataException told)
            {
                Assert.NotEmpty(told.Message);
            }
        }
    }

    private static string Hash(string text) =>
        Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLower(CultureInfo.InvariantCulture);
}
