using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ResponsibleAI.Cli.Projects;

/// <summary>A project as a compilation.</summary>
internal sealed record LoadedProject
{
    public required ProjectPlace Place { get; init; }

    public required Compilation Compilation { get; init; }

    /// <summary>How it came to be.</summary>
    public required LoadedFrom From { get; init; }

    /// <summary>What its editorconfig and its build say; null for loose sources.</summary>
    public AnalyzerConfigOptionsProvider? Options { get; init; }

    /// <summary>The purpose that the project declares by property; null when it declares none.</summary>
    public string? Purpose { get; init; }

    /// <summary>What could not be loaded, so that it is not assessed.</summary>
    public IReadOnlyList<string> NotLoaded { get; init; } = [];
}

/// <summary>How a project was loaded.</summary>
internal enum LoadedFrom
{
    /// <summary>As the build would: its own references and properties.</summary>
    Build,

    /// <summary>Its sources against the reference assemblies that the tool carries.</summary>
    Sources,
}
