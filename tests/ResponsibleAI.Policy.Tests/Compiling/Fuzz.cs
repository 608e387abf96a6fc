using System.Globalization;
using System.Text;
using CsCheck;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Linking;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Policy.Tests.Compiling;

/// <summary>Mutated files of every format: never an exception, every finding inside its file, same input same bytes.</summary>
public sealed class Fuzz
{
    /// <summary>Set the environment variable RAI_FUZZ to a number to run longer.</summary>
    private static readonly long s_inputs = long.TryParse(Environment.GetEnvironmentVariable("RAI_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 20_000;

    private static readonly (string Path, string Text)[] s_seeds =
    [
        ("rai/cards/customers.datacard.yaml", Sample("datacard-v1.yaml")),
        ("rai/cards/credit.modelcard.yaml", Sample("modelcard-v1.yaml")),
        ("rai/policy.yaml", Sample("policy.yaml")),
        ("rai/purposes.yaml", Sample("purposes.yaml")),
        ("rai/waivers.yaml", Sample("waivers.yaml")),
        ("rai/rules/own.rules.yaml", Rules),
        ("rai/lexicon/own.yaml", "schema: rai/lexicon/1\nterms:\n  - { category: user.health, layer: strict, words: [diagnosis, icd code], types: [text], personLevel: true }\n"),
        ("rai/apis/own.yaml", "schema: rai/apis/1\nlibrary: Own\nassemblies: [Own]\nmembers:\n  - { type: Own.Loader, member: Load, role: dataset-loader, parameters: { path: file } }\n"),
        ("rai/evidence/credit-scoring.fairness.json", Evidence.Good),
        ("rai/evidence/own.json", "{ \"schema\": \"rai/evidence/1\", \"dataset\": \"customers-2026\", \"kAnonymity\": { \"k\": 5 } }"),
    ];

    private const string Rules = """
        schema: rai/rules/1
        pack: own
        title: T
        version: 1.0.0
        lawAsOf: 2026-09-30
        owner: o
        conditions:
          personal: { title: it is about people, when: { subjects.data: [personal, possible] } }
        lists:
          eea: [AT, "NO"]
        rules:
          - id: RAI5901
            slug: own/basis
            title: Each purpose has a basis
            about: datacard
            forEach: purposes
            severity: error
            basis: good-practice
            when: { is: personal, not: { lawfulBasis: stated } }
            require: { any: [ { lawfulBasis: provided }, { card.columns: { where: { roles: { contains: label } }, count: { atLeast: 1 } } } ] }
            message: "'{id}' of '{card.id}' has no basis"
            fix: Say one
            tests:
              - { it: fails, card: { subjects.data: personal, purposes: [{ id: p, lawfulBasis: none }] }, expect: fail, at: purposes.lawfulBasis }
          - id: RAI5902
            slug: own/evidence
            title: Evidence adds up
            about: modelcard
            forEach: fairness.results
            severity: error
            basis: good-practice
            require: { contradictions: { count: { atMost: 0 } }, any: [{ card.evaluation.agrees: true }, { card.evaluation.measured: { stated: false } }] }
            message: "'{file}' contradicts itself: {contradictions}"
            fix: Measure again
            tests:
              - { it: passes, card: { fairness.results: [{ verdict: pass }] }, expect: pass }
        """;

    private static readonly string[] s_tokens =
    [
        "{", "}", "[", "]", ": ", ":", "- ", ",", "&a ", "*a", "<<: ", "!!str ", "!", "| ", "|\n", ">-\n", "'", "\"", "#", " #", "\t", "\n", "\r", "\r\n", "\0", "%", "@", "`", "? ",
        "---\n", "...\n", "%YAML 1.3\n", "%TAG ! x\n", "\uFEFF", "\u2028", "\u0085", "\u0001", "\\x00", "\\ud800", "😀", "\uD800", "none", "null", "~", "yes", "NONE", "{}", "[]", "''",
        "99999999999999999999999", "-1", "1e999", "NaN", "2026-13-01", "0000", "..", ".", "*", "/*", "user.", "id: ", "schema: ", "  ", "\n  ", "\n      - ", "é",
    ];

    private static readonly Gen<Action<List<byte>>> s_edit = Gen.OneOf(
        Gen.Select(Gen.Double.Unit, Gen.Int[0, s_tokens.Length - 1]).Select((at, token) => (Action<List<byte>>)(bytes => bytes.InsertRange(Index(bytes, at), Encoding.UTF8.GetBytes(s_tokens[token])))),
        Gen.Select(Gen.Double.Unit, Gen.Int[1, 40]).Select((at, count) => (Action<List<byte>>)(bytes => bytes.RemoveRange(Index(bytes, at), Math.Min(count, bytes.Count - Index(bytes, at))))),
        Gen.Select(Gen.Double.Unit, Gen.Byte).Select((at, value) => (Action<List<byte>>)(bytes =>
        {
            if (bytes.Count > 0)
            {
                bytes[Math.Min(Index(bytes, at), bytes.Count - 1)] = value;
            }
        })),
        Gen.Select(Gen.Double.Unit, Gen.Double.Unit, Gen.Int[1, 200]).Select((from, to, count) => (Action<List<byte>>)(bytes =>
        {
            var start = Index(bytes, from);
            bytes.InsertRange(Index(bytes, to), bytes.GetRange(start, Math.Min(count, bytes.Count - start)));
        })),
        Gen.Double.Unit.Select(at => (Action<List<byte>>)(bytes => bytes.RemoveRange(Index(bytes, at), bytes.Count - Index(bytes, at)))));

    [Fact]
    public void No_mutated_file_breaks_the_readers() =>
        Gen.Select(Gen.Int[0, s_seeds.Length - 1], s_edit.Array[1, 8]).Sample(
            (seed, edits) =>
            {
                var (path, bytes) = Mutant(seed, edits);
                var document = DocumentLoader.Load(new PolicyFile(path, FileOrigin.Repository, () => new MemoryStream(bytes)));
                Check(path, bytes, document.Findings.Items);
            },
            iter: s_inputs);

    [Fact]
    public void No_mutated_file_breaks_the_compiler() =>
        Gen.Select(Gen.Int[0, s_seeds.Length - 1], s_edit.Array[1, 8]).Sample(
            (seed, edits) =>
            {
                var (path, bytes) = Mutant(seed, edits);
                var repo = Repo.Shipped.With(path, bytes);
                foreach (var other in s_seeds.Where(other => other.Path != path))
                {
                    repo.With(other.Path, other.Text);
                }

                var result = repo.Compile();

                Check(path, bytes, result.Findings);
                Assert.Equal(result.Snapshot, SnapshotXml.Write(SnapshotXml.Read(new StringReader(result.Snapshot))));
            },
            iter: s_inputs / 10);

    private static (string Path, byte[] Bytes) Mutant(int seed, Action<List<byte>>[] edits)
    {
        var bytes = Encoding.UTF8.GetBytes(s_seeds[seed].Text).ToList();
        foreach (var edit in edits)
        {
            edit(bytes);
        }

        return (s_seeds[seed].Path, [.. bytes]);
    }

    private static void Check(string path, byte[] bytes, IEnumerable<Finding> findings)
    {
        var lines = 1 + Encoding.UTF8.GetString(bytes).Count(character => character is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029');
        foreach (var finding in findings.Where(finding => finding.Location.Path == path))
        {
            var at = finding.Location;
            Assert.InRange(at.Line, 1, lines + 1);
            Assert.True(at.Column >= 1 && at.EndLine >= at.Line && (at.EndLine > at.Line || at.EndColumn >= at.Column), Repo.Line(finding));
            Assert.DoesNotContain(finding.Message, char.IsControl);
        }
    }

    private static int Index(List<byte> bytes, double at) => (int)(at * bytes.Count);

    private static string Sample(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Formats", file));
}
