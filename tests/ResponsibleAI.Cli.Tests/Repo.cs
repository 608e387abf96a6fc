using ResponsibleAI.Cli.Commands;

namespace ResponsibleAI.Cli.Tests;

/// <summary>A repository in a temporary folder, and the command line run on it.</summary>
internal sealed class Repo : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("rai-cli-").FullName;

    public static Repo With(params (string Path, string Text)[] files)
    {
        var repo = new Repo();
        Directory.CreateDirectory(Path.Combine(repo.Root, ".git"));
        foreach (var (path, text) in files)
            repo.Add(path, text);
        return repo;
    }

    /// <summary>A project that trains on people and serves the model.</summary>
    public static Repo OfPeople(params (string Path, string Text)[] more) => With([("src/Training.csproj", Programs.Project), ("src/Program.cs", Programs.People), .. more]);

    public void Add(string path, string text)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public void Add(string path, byte[] bytes)
    {
        Add(path, "");
        File.WriteAllBytes(At(path), bytes);
    }

    public string At(string path) => Path.Combine(Root, path);

    public string Read(string path) => File.ReadAllText(At(path));

    /// <summary>Runs a command line as it stands.</summary>
    public static async Task<Outcome> Rai(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await RaiCommand.Run(arguments, output, error);
        return new Outcome(exit, output.ToString(), error.ToString());
    }

    /// <summary>Runs rai on this repository; paths in arguments are below its root.</summary>
    public async Task<Outcome> Run(string verb, string path = "", params string[] options)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] date = verb is "check" or "map" or "explain" ? ["--as-of", "2026-01-01"] : [];
        var exit = await RaiCommand.Run([verb, Path.Combine(Root, path), .. date, .. options], output, error);
        return new Outcome(exit, output.ToString(), error.ToString());
    }

    /// <summary>Runs rai rules on a path of this repository; an empty path is none.</summary>
    public async Task<Outcome> Rules(string verb, string path, params string[] options)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await RaiCommand.Run(["rules", verb, .. path.Length == 0 ? [] : new[] { Path.Combine(Root, path) }, .. options], output, error);
        return new Outcome(exit, output.ToString(), error.ToString());
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (IOException)
        {
            // A scanner may hold a file; the folder is temporary anyway.
        }
    }
}

/// <summary>What a run gave.</summary>
internal sealed record Outcome(int Exit, string Output, string Error);
