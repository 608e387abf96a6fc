using System.Globalization;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using ResponsibleAI.Policy;
using ResponsibleAI.Policy.Documents;

namespace ResponsibleAI.Build;

/// <summary>
/// Compiles the YAML policy, with the evidence that its model cards name, into the snapshot the analyzers read and the findings the build replays.
/// When it fails, neither file is left behind: no build can go on with a policy that is not the one in the repository.
/// </summary>
public sealed class CompileResponsibleAIPolicy : Task
{
    /// <summary>The repository's YAML files and the evidence of fairness gates, absolute.</summary>
    public ITaskItem[] PolicyFiles { get; set; } = [];

    /// <summary>The folder that holds rai/, absolute; empty when the repository has no policy.</summary>
    public string PolicyRoot { get; set; } = "";

    /// <summary>The shipped YAML files, absolute.</summary>
    public ITaskItem[] RuleFiles { get; set; } = [];

    /// <summary>The folder that holds rules/, absolute.</summary>
    [Required]
    public string RulesRoot { get; set; } = "";

    /// <summary>The date of judgement, yyyy-MM-dd.</summary>
    [Required]
    public string AsOf { get; set; } = "";

    /// <summary>The project or policy file, absolute: the place of what has no other.</summary>
    [Required]
    public string Place { get; set; } = "";

    /// <summary>The snapshot to write, absolute; untouched when it already says the same.</summary>
    [Required]
    public string Snapshot { get; set; } = "";

    /// <summary>The findings to write, absolute; always written, so that its time tells when the policy was compiled.</summary>
    [Required]
    public string Findings { get; set; } = "";

    /// <summary>The C# file with the fairness goals to write, absolute; untouched when it already says the same, not there when no model card has a goal; empty to write none.</summary>
    public string Goals { get; set; } = "";

    /// <inheritdoc />
    public override bool Execute()
    {
        try
        {
            var result = PolicyCompiler.Compile(new(
                [.. Files(PolicyFiles, PolicyRoot, FileOrigin.Repository), .. Files(RuleFiles, RulesRoot, FileOrigin.Shipped)],
                ParseAsOf()));
            AtomicFile.WriteIfDifferent(Snapshot, result.Snapshot);
            if (Goals.Length > 0)
                GoalsSource.Write(Goals, result.FairnessGoals);
            AtomicFile.Write(Findings, new StoredFindings(result.Findings, result.Cards).Write());
        }
#pragma warning disable CA1031 // Whatever goes wrong, the build must fail with a sentence and without a snapshot.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail(exception);
        }

        return !Log.HasLoggedErrors;
    }

    private static IEnumerable<PolicyFile> Files(ITaskItem[] items, string root, FileOrigin origin) =>
        from item in items
        let path = item.GetMetadata("FullPath")
        select new PolicyFile(RelativePath.From(root, path), origin, () => File.OpenRead(path));

    private Day ParseAsOf() =>
        DateTime.TryParseExact(AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new(date.Year, date.Month, date.Day)
            : throw new FormatException($"ResponsibleAIAsOf is '{AsOf}'; write a date as yyyy-MM-dd");

    private void Fail(Exception exception)
    {
        Log.LogError(
            subcategory: null, BuildRules.NoSnapshot, helpKeyword: null, BuildRules.HelpLink(BuildRules.NoSnapshot), Place, 0, 0, 0, 0,
            $"The policy could not be compiled, nothing is assessed: {exception.Message}");
        Log.LogMessage(MessageImportance.Low, exception.ToString().Replace("{", "{{").Replace("}", "}}"));
        foreach (var path in new[] { Snapshot, Findings, Goals }.Where(static path => path.Length > 0))
        {
            try
            {
                File.Delete(path);
            }
            catch (Exception locked) when (locked is IOException or UnauthorizedAccessException)
            {
                Log.LogError($"'{path}' is stale and could not be deleted: {locked.Message}");
            }
        }
    }
}
