using System.CommandLine;
using ResponsibleAI.Cli.Reports;

namespace ResponsibleAI.Cli.Commands;

/// <summary>rai completion: scripts that let a shell complete command lines. They ask rai itself, by System.CommandLine's suggest directive.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> s_scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            # eval "$(rai completion bash)"   in ~/.bashrc
            _rai() {
                local line="${COMP_LINE#* }"
                local at=$((COMP_POINT - ${#COMP_LINE} + ${#line})) IFS=$'\n'
                COMPREPLY=($(compgen -W "$(rai "[suggest:$at]" "$line" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _rai rai

            """,
        ["zsh"] = """
            # eval "$(rai completion zsh)"   in ~/.zshrc, after compinit
            _rai() {
                local line="${(j: :)words[2,CURRENT]}"
                local -a found
                found=("${(@f)$(rai "[suggest:${#line}]" "$line" 2>/dev/null)}")
                compadd -a found || _files
            }
            compdef _rai rai

            """,
        ["pwsh"] = """
            # rai completion pwsh | Out-String | Invoke-Expression   in $PROFILE
            Register-ArgumentCompleter -Native -CommandName rai -ScriptBlock {
                param($wordToComplete, $commandAst, $cursorPosition)
                $line = ($commandAst.ToString() + ' ').Substring(4)
                if ($wordToComplete) { $line = $line.TrimEnd() }
                rai "[suggest:$($line.Length)]" "$line" 2>$null | Where-Object { $_ -like "$wordToComplete*" } |
                    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }

            """,
    };

    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = string.Join(", ", s_scripts.Keys) };
        shell.AcceptOnlyFromAmong([.. s_scripts.Keys]);
        var command = new Command("completion", "Prints a script that completes command lines in a shell") { shell };
        command.SetAction(parsed =>
        {
            parsed.InvocationConfiguration.Output.Write(s_scripts[parsed.GetValue(shell)!].ReplaceLineEndings("\n"));
            return ExitCode.Nothing;
        });
        return command;
    }
}
