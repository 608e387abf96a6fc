using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using ResponsibleAI.Analyzers.Facts;

namespace ResponsibleAI.Analyzers.Datasets;

/// <summary>What each load is used for: the roles of all places that get its rows.</summary>
internal sealed class LoadUses
{
    private readonly ConcurrentDictionary<SyntaxNode, LoadRoles> _roles = new();

    public void Add(DatasetLoad load, LoadRoles roles) => _roles.AddOrUpdate(load.Call.Syntax, roles, (_, before) => before | roles);

    public LoadRoles Of(SyntaxNode call) => _roles.TryGetValue(call, out var roles) ? roles : LoadRoles.None;

    /// <summary>The use that asks for the most care: train, validation, test, prediction; unknown when none is in sight.</summary>
    public static string Word(LoadRoles roles) => roles switch
    {
        _ when roles.HasFlag(LoadRoles.Train) => "train",
        _ when roles.HasFlag(LoadRoles.Validation) => "validation",
        _ when roles.HasFlag(LoadRoles.Test) => "test",
        _ when roles.HasFlag(LoadRoles.Prediction) => "prediction",
        _ => "unknown",
    };
}
