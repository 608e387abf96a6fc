using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ResponsibleAI.Analyzers.Observation;
using ResponsibleAI.Analyzers.Policies;

namespace ResponsibleAI.Analyzers;

/// <summary>Tells, while code is written and built, what training code owes for the data it uses. The only analyzer: it gates, reads the policy and starts the engine.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ResponsibleAIAnalyzer : DiagnosticAnalyzer
{
    private readonly IAnalysisObserver? _observer;

    [SuppressMessage("MicrosoftCodeAnalysisPerformance", "RS1008", Justification = "Only rai hands these in, and makes an analyzer for each compilation.")]
    private readonly IReadOnlyList<Compilation>? _referring;

    /// <summary>As the compiler makes it.</summary>
    public ResponsibleAIAnalyzer()
    {
    }

    /// <summary>With one who hears the facts of one compilation.</summary>
    /// <param name="observer">Hears them.</param>
    /// <param name="referring">Projects that refer to it, whose sources are at hand: a build has none.</param>
    internal ResponsibleAIAnalyzer(IAnalysisObserver observer, IReadOnlyList<Compilation>? referring = null)
    {
        _observer = observer;
        _referring = referring;
    }

    private static readonly SourceTextValueProvider<LoadedPolicy> s_policies = new(LoadedPolicy.Of);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => RuleCatalog.All;

    /// <inheritdoc/>
    [SuppressMessage("MicrosoftCodeAnalysisPerformance", "RS1013:Start action has no registered non-end actions", Justification = "The engine registers them per symbol.")]
    public override void Initialize(AnalysisContext context)
    {
        // Generated training code trains as much as any other.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private void Start(CompilationStartAnalysisContext context)
    {
        var options = context.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
        if (options.TryGetValue("build_property.ResponsibleAIActive", out var active) && string.Equals(active, "false", StringComparison.OrdinalIgnoreCase))
            return;
        if (PolicyInForce.For(context.Compilation, context.Options, Read, context.CancellationToken) is not { } policy)
            return;

        options.TryGetValue("build_property.ResponsibleAIPurpose", out var purpose);
        var engine = new Engine(context.Compilation, policy, purpose, _observer, _referring, context.CancellationToken);
        if (engine.MayFindCalls(context.Compilation, context.CancellationToken))
            context.RegisterSymbolStartAction(engine.StartType, SymbolKind.NamedType);
        context.RegisterCompilationEndAction(engine.EndCompilation);

        LoadedPolicy Read(SourceText text) => context.TryGetValue(text, s_policies, out var policy) ? policy : LoadedPolicy.Of(text);
    }
}
