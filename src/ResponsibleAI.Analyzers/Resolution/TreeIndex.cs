using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>Where a file calls, creates, assigns and declares what, by simple name. Built once per syntax tree, on the first question.</summary>
internal sealed class TreeIndex
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeIndex> s_indexes = new();

    private readonly Dictionary<string, List<SyntaxNode>> _calls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SyntaxNode>> _assignments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SyntaxNode>> _declarations = new(StringComparer.Ordinal);

    private TreeIndex(SyntaxNode root)
    {
        foreach (var node in root.DescendantNodes(static node => node is not (UsingDirectiveSyntax or AttributeListSyntax or BaseListSyntax)))
        {
            switch (node)
            {
                case InvocationExpressionSyntax call: Add(_calls, NameOf(call.Expression), call); break;
                case BaseObjectCreationExpressionSyntax creation: Add(_calls, ".ctor", creation); break;
                case ConstructorInitializerSyntax initializer: Add(_calls, ".ctor", initializer); break;
                case PrimaryConstructorBaseTypeSyntax initializer: Add(_calls, ".ctor", initializer); break;
                case AssignmentExpressionSyntax assignment: AddTargets(assignment, assignment.Left); break;
                case ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument when argument.Parent?.Parent is not null: Add(_assignments, NameOf(argument.Expression), argument); break;
                case MethodDeclarationSyntax method: Add(_declarations, method.Identifier.ValueText, method); break;
                case PropertyDeclarationSyntax property: Add(_declarations, property.Identifier.ValueText, property); break;
            }
        }
    }

    public static TreeIndex Of(SyntaxTree tree, CancellationToken cancellation)
    {
        if (s_indexes.TryGetValue(tree, out var known))
            return known;

        var root = tree.GetRoot(cancellation);
        return s_indexes.GetValue(tree, _ => new TreeIndex(root));
    }

    /// <summary>Calls of a method by name; ".ctor" for object creations.</summary>
    public IReadOnlyList<SyntaxNode> Calls(string name) => _calls.TryGetValue(name, out var nodes) ? nodes : [];

    /// <summary>Assignments, ref and out arguments whose target's last name is this.</summary>
    public IReadOnlyList<SyntaxNode> Assignments(string name) => _assignments.TryGetValue(name, out var nodes) ? nodes : [];

    /// <summary>Methods and properties of that name.</summary>
    public IReadOnlyList<SyntaxNode> Declarations(string name) => _declarations.TryGetValue(name, out var nodes) ? nodes : [];

    private void AddTargets(AssignmentExpressionSyntax assignment, ExpressionSyntax target)
    {
        if (target is TupleExpressionSyntax tuple)
        {
            foreach (var element in tuple.Arguments)
                AddTargets(assignment, element.Expression);
        }
        else
        {
            Add(_assignments, NameOf(target), assignment);
        }
    }

    private static void Add(Dictionary<string, List<SyntaxNode>> index, string? name, SyntaxNode node)
    {
        if (name is null)
            return;
        if (!index.TryGetValue(name, out var nodes))
            index.Add(name, nodes = []);
        nodes.Add(node);
    }

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        GenericNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };
}
