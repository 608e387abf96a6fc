using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.Lineage;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>Personal values of rows that are trained on do not leave by a log, a file, a web service or an AI service. On the console they are a message only.</summary>
/// <remarks>
/// Narrow by design: the value itself has to be passed, and its row has to be traced to the training data. What is computed from rows,
/// predictions, samples written out in code and rows of unknown origin are no finding.
/// </remarks>
internal static class RAI1007TrainingDataStays
{
    public static void Check(LeavingCall leaving, TrainingRows rows, RuleContext context, Action<CodeFinding> report, CancellationToken cancellation)
    {
        var (call, container, sink) = leaving;
        var found = new List<(LoadedColumn Column, PersonalColumn Personal, DatasetLoad Load)>();
        var given = call.TargetMethod.IsExtensionMethod && call.Instance is null ? call.Arguments.Skip(1) : call.Arguments;
        foreach (var value in PassedValues.Of(given.Select(static argument => argument.Value), whole: sink is Sinks.WebService or Sinks.AiService))
            Add(value);
        if (found.Count == 0)
            return;

        var names = found.Select(static value => $"'{value.Column.Display}' ({value.Personal.Category}, by {value.Personal.Evidence})").Distinct().ToList();
        report(new CodeFinding
        {
            Rule = RuleCatalog.TrainingDataStays,
            Kind = FindingKind.Violation,
            IsMinor = sink == Sinks.Console,
            Message = $"{string.Join(", ", names.Take(3))}{(names.Count > 3 ? $" and {names.Count - 3} more personal values" : "")} of the training data {(names.Count == 1 ? "goes" : "go")} to {sink} through '{call.TargetMethod.Name}'",
            Location = Places.Of(call),
            Hops = [found[0].Load.Location],
            Container = container,
            Subject = $"{sink}:{string.Join(",", found.Select(static value => value.Column.Display).Distinct().OrderBy(static name => name, StringComparer.Ordinal))}",
            Facts = [("sink", sink), ("columns", string.Join("|", found.Select(static value => $"{value.Column.Display}={value.Personal.Category}").Distinct())), ("card", context.Cards.CardOf(found[0].Load)?.Id)],
        });

        void Add(IOperation value)
        {
            if (value is IMemberReferenceOperation { Instance: { } instance } member)
            {
                foreach (var load in rows.Of(instance, cancellation))
                    foreach (var column in load.Schema.Columns)
                        if (SymbolEqualityComparer.Default.Equals(column.Member, member.Member) && context.Personal(column, load) is { } personal)
                            found.Add((column, personal, load));
            }
            else
            {
                foreach (var load in rows.Of(value, cancellation))
                    foreach (var column in load.Schema.Columns)
                        if (context.Personal(column, load) is { } personal)
                            found.Add((column, personal, load));
            }
        }
    }
}
