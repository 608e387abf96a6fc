using System.CommandLine;
using ResponsibleAI.Policy.Rules;

namespace ResponsibleAI.Cli.Commands;

/// <summary>rai rules: rule packs, for the people who write and read them.</summary>
internal static class RulesCommand
{
    public static Command Create() => new("rules", "Checks, tests, explains and publishes rule packs")
    {
        RulesLintCommand.Create(),
        RulesTestCommand.Create(),
        RulesTryCommand.Create(),
        RulesExplainCommand.Create(),
        RulesListCommand.Create(),
        RulesCitesCommand.Create(),
        RulesDocsCommand.Create(),
        RulesDiffCommand.Create(),
    };

    public static Argument<string[]> Packs() => new("path")
    {
        Description = "Rule packs, or folders with *.rules.yaml; without one, rai/rules of this repository and the shipped packs",
        Arity = ArgumentArity.ZeroOrMore,
        Validators =
        {
            static result =>
            {
                foreach (var token in result.Tokens)
                    if (!Directory.Exists(token.Value) && !File.Exists(token.Value))
                        result.AddError($"'{token.Value}' does not exist");
            },
        },
    };

    public static Option<string> Format(params string[] names)
    {
        var format = new Option<string>("--format") { Description = string.Join(", ", names), DefaultValueFactory = _ => names[0] };
        format.AcceptOnlyFromAmong(names);
        return format;
    }

    public static Argument<string> Rule() => new("rule") { Description = "A rule's id or slug, such as RAI5302 or gdpr/consent-evidence" };

    public static Option<string[]> PacksOption() => new("--packs")
    {
        Description = "Rule packs, or folders with *.rules.yaml, beside the shipped ones",
        Validators =
        {
            static result =>
            {
                foreach (var token in result.Tokens)
                    if (!Directory.Exists(token.Value) && !File.Exists(token.Value))
                        result.AddError($"'{token.Value}' does not exist");
            },
        },
    };

    /// <summary>What to say of a rule that nobody wrote.</summary>
    public static string NoRule(RuleLibrary library, string name) =>
        $"No rule is called '{name}'{(library.Nearest(name) is { } nearest ? $". Did you mean {nearest}?" : "; rai rules list shows them all")}";
}
