using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Resolution;

namespace ResponsibleAI.Analyzers.Fairness;

/// <summary>What a program counts by hand into a table of groups: the values that choose the cell, and what is added there.</summary>
internal sealed class CountedGroups(CodeReader code, CancellationToken cancellation)
{
    private const int DeepestCall = 4;

    private readonly HashSet<ISymbol> _read = new(SymbolEqualityComparer.Default);
    private readonly List<Expression> _groups = [];
    private readonly List<Expression> _counted = [];

    /// <summary>The sensitive values by which cells are chosen.</summary>
    public IReadOnlyList<Expression> Groups => _groups;

    /// <summary>Labels, predictions and weights that are added, and tables of shards that are merged.</summary>
    public IReadOnlyList<Expression> Counted => _counted;

    /// <summary>Whether the type is the table of groups of ResponsibleAI.Fairness.</summary>
    public static bool IsTable(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "GroupTable", ContainingNamespace: { Name: "Fairness", ContainingNamespace: { Name: "ResponsibleAI", ContainingNamespace.IsGlobalNamespace: true } } };

    /// <summary>Reads all that is done to the table that a variable holds.</summary>
    public CountedGroups Of(Expression table)
    {
        Read(table, 0);
        return this;
    }

    private void Read(Expression table, int depth)
    {
        if (depth > DeepestCall || Variable(table.Operation) is not { } variable || !_read.Add(variable))
            return;
        foreach (var body in Scopes(variable, table.Operation))
            foreach (var operation in body.DescendantsAndSelf())
                if (SymbolEqualityComparer.Default.Equals(Variable(operation), variable))
                    Use(table.With(operation), depth);
    }

    private void Use(Expression table, int depth)
    {
        cancellation.ThrowIfCancellationRequested();
        switch (table.Operation.Parent)
        {
            case IInvocationOperation { TargetMethod.Name: "Cell" } cell when cell.Instance == table.Operation:
                _groups.AddRange(cell.Arguments.Select(argument => table.With(argument.Value)));
                AddTo(cell, table);
                break;
            case IInvocationOperation { TargetMethod.Name: "Merge" } merge when merge.Instance == table.Operation:
                _counted.AddRange(merge.Arguments.Select(argument => table.With(argument.Value)));
                break;
            case IArgumentOperation { Parameter: { } parameter, Parent: IInvocationOperation call }:
                foreach (var body in code.Bodies(call.TargetMethod.OriginalDefinition, cancellation))
                    if (body.Descendants().FirstOrDefault(inner => inner is IParameterReferenceOperation reference && reference.Parameter.Ordinal == parameter.Ordinal && IsOf(reference.Parameter, call.TargetMethod)) is { } given)
                        Read(new Expression(given, null), depth + 1);
                break;
        }
    }

    /// <summary>What is added to a cell, at once or by a variable that holds it.</summary>
    private void AddTo(IInvocationOperation cell, Expression table)
    {
        if (cell.Parent is IInvocationOperation added && added.Instance == cell)
            _counted.AddRange(added.Arguments.Select(argument => table.With(argument.Value)));
        else if (cell.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var held } })
            foreach (var addition in BodyIndex.Of(cell).Puts)
                if (addition.Instance is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, held))
                    _counted.AddRange(addition.Arguments.Select(argument => table.With(argument.Value)));
    }

    private static bool IsOf(IParameterSymbol parameter, IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol.OriginalDefinition, method.OriginalDefinition);

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field.OriginalDefinition,
        IPropertyReferenceOperation property => property.Property.OriginalDefinition,
        _ => null,
    };

    /// <summary>The bodies in which the variable is in scope; for a member those of its type.</summary>
    private IEnumerable<IOperation> Scopes(ISymbol variable, IOperation use)
    {
        if (variable is IFieldSymbol or IPropertySymbol)
            return variable.ContainingType.GetMembers().OfType<IMethodSymbol>().SelectMany(method => code.Bodies(method, cancellation));
        return [Containers.Body(use)];
    }
}
