using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Facts;
using ResponsibleAI.Analyzers.Findings;
using ResponsibleAI.Analyzers.PersonalData;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Anonymization;

/// <summary>A hash or an encoding of a personal value still points at one person, so code and cards that call it anonymous are wrong.</summary>
/// <remarks>
/// Silent where nothing claims anonymity: hashing is a fine way to pseudonymize. Silent, too, where the hash is a key for grouping,
/// sampling or comparing and no result.
/// </remarks>
internal sealed class RAI4001HashingIsNotAnonymization : ITrainingRule, ICallRule
{
    private const string HashTransform = "Hash";
    private const int MostHelpers = 2;

    /// <summary>Names of platform methods that hash or encode; only calls with these names are looked at.</summary>
    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal) { "ComputeHash", "ComputeHashAsync", "HashData", "HashDataAsync", "HashToUInt32", "HashToUInt64", "Hash", "ToBase64String", "ToHexString", "GetHashCode" };

    private static readonly HashSet<string> s_keys = new(StringComparer.Ordinal) { "GroupBy", "ToDictionary", "ToLookup", "OrderBy", "OrderByDescending", "ThenBy", "Distinct", "DistinctBy", "Join", "Where", "Any", "All", "Contains", "ContainsKey", "TryGetValue" };

    public string Id => RuleCatalog.HashingIsNotAnonymization;

    public IReadOnlyCollection<string> Names => s_names;

    public bool Concerns(IMethodSymbol method) => s_names.Contains(method.Name) && Kind(method) is not null;

    /// <summary>A hash in code whose result, or the method around it, is called anonymous; of a helper that hashes, what its callers say.</summary>
    public void Check(IInvocationOperation call, ISymbol container, PersonalReferences personal, Action<CodeFinding> report, CancellationToken cancellation)
    {
        if (!IsPartOfAnother(call))
            Check(call, call.TargetMethod.Name == nameof(GetHashCode) ? call.Instance : null, container, Kind(call.TargetMethod)!, 0, personal, report, cancellation);
    }

    private static void Check(IInvocationOperation site, IOperation? only, ISymbol container, string kind, int depth, PersonalReferences personal, Action<CodeFinding> report, CancellationToken cancellation)
    {
        if (IsKey(site))
            return;
        if (ClaimAt(site, container) is { } claim)
        {
            foreach (var hashed in only is not null ? [only] : site.Arguments.Select(static argument => argument.Value))
            {
                if (personal.In(hashed, cancellation, byRowToo: false) is not { } value)
                    continue;
                report(new CodeFinding
                {
                    Rule = RuleCatalog.HashingIsNotAnonymization,
                    Kind = FindingKind.Violation,
                    Message = $"{value} is {kind}, and {claim} calls the result anonymous; it still tells one person from all others, so it is pseudonymous at most",
                    Location = Places.Of(site),
                    Container = container,
                    Subject = claim,
                    Facts = [("claim", claim), ("means", kind)],
                });
                return;
            }
        }
        else if (depth < MostHelpers && container is IMethodSymbol { ReturnsVoid: false } helper)
        {
            foreach (var caller in personal.Code.Callers(helper, cancellation) ?? [])
                if (caller is IInvocationOperation invocation && Containers.Of(caller, cancellation) is { } around)
                    Check(invocation, null, around, kind, depth + 1, personal, report, cancellation);
        }
    }

    /// <summary>A column that ML.NET hashes, when its new name or the data card calls it anonymous.</summary>
    public void Check(TrainingCall call, RuleContext context, Action<CodeFinding> report)
    {
        foreach (var trained in call.Columns)
        {
            foreach (var hop in trained.Hops)
            {
                if (hop.Name != HashTransform || hop.At is not IInvocationOperation hash)
                    continue;
                var card = context.Cards.CardOf(trained.Load);
                var output = hash.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "outputColumnName")?.Value.ConstantValue.Value as string;
                var claim = card?.SubjectsData == "anonymized" ? $"data card '{card.Id}'"
                    : output is not null && AnonymityClaim.IsIn(output) ? $"the name '{output}'" : null;
                if (claim is null || Personal(trained, context) is not { } personal)
                    continue;
                report(new CodeFinding
                {
                    Rule = RuleCatalog.HashingIsNotAnonymization,
                    Kind = FindingKind.Violation,
                    Message = $"'{trained.Column.Display}' ({personal.Category}, by {personal.Evidence}) is hashed, and {claim} calls the {(card is null ? "result" : "data")} anonymous; it still tells one person from all others, so it is pseudonymous at most",
                    Location = Places.Of(hop.At),
                    Hops = trained.Column.Location is { } declared ? [declared] : [],
                    Container = call.Container,
                    Subject = trained.Column.Display,
                    Facts = [("claim", claim), ("column", trained.Column.Display), ("card", card?.Id)],
                });
                break;
            }
        }
    }

    /// <summary>A card that calls the data anonymous silences names, and that claim is what is in question here.</summary>
    private static PersonalColumn? Personal(TrainedColumn trained, RuleContext context)
    {
        if (context.Personal(trained.Column, trained.Load) is { } known)
            return known;
        if (trained.Column.Member is { } member && trained.Load.Schema.RowType is { } rowType)
            foreach (var column in context.Assess(rowType).Columns)
                if (SymbolEqualityComparer.Default.Equals(column.Member, member))
                    return column.Personal;
        return context.PersonalName(trained.Column.Name);
    }

    /// <summary>What the method does to a value, as words; null when it is none of the platform's hashes and encodings.</summary>
    private static string? Kind(IMethodSymbol method) => method.ContainingType switch
    {
        { Name: "Convert", ContainingNamespace.Name: "System" } => "encoded",
        { ContainingNamespace: { Name: "Cryptography", ContainingNamespace.Name: "Security" } } => "hashed",
        { ContainingNamespace: { Name: "Hashing", ContainingNamespace.Name: "IO" } } => "hashed",
        { ContainingNamespace.Name: "System" } when method.Name == "GetHashCode" && method.Parameters.Length == 0 => "hashed",
        _ => null,
    };

    private static bool IsPartOfAnother(IInvocationOperation call)
    {
        for (var at = call.Parent; at is not null and not IAnonymousFunctionOperation and not IBlockOperation; at = at.Parent)
            if (at is IInvocationOperation outer && Kind(outer.TargetMethod) is not null && s_names.Contains(outer.TargetMethod.Name))
                return true;
        return false;
    }

    /// <summary>Whether the hash only groups, samples or compares.</summary>
    private static bool IsKey(IOperation call)
    {
        for (var at = call; at.Parent is { } parent; at = parent)
            if (parent is IInvocationOperation outer && s_keys.Contains(outer.TargetMethod.Name)
                || parent is IBinaryOperation { OperatorKind: not BinaryOperatorKind.Add }
                || (parent is IConditionalOperation conditional && conditional.Condition == at))
                return true;
        return false;
    }

    /// <summary>What calls the result anonymous: what it is assigned or passed to, or the method around it; null when nothing does.</summary>
    private static string? ClaimAt(IOperation call, ISymbol container)
    {
        for (var at = call.Parent; at is not null; at = at.Parent)
        {
            var name = at switch
            {
                ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var member } } => member.Name,
                ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } => local.Name,
                IVariableDeclaratorOperation { Symbol: var variable } => variable.Name,
                _ => null,
            };
            if (name is not null && AnonymityClaim.IsIn(name))
                return $"the name '{name}'";
            if (at is ILocalFunctionOperation { Symbol: var function } && AnonymityClaim.Of(function) is { } claimed)
                return claimed;
        }

        return AnonymityClaim.Of(container);
    }
}
