using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>Where a file calls, creates, assigns and declares what, by simple name: from the word in the text to the node it stands in. No tree is walked.</summary>
internal static class Occurrences
{
    /// <summary>The tokens that are exactly this word: names, keywords, and literals that hold nothing else.</summary>
    public static IEnumerable<SyntaxToken> Of(SyntaxTree tree, string word, CancellationToken cancellation)
    {
        if (word.Length == 0)
            yield break;
        var text = FileWords.Of(tree, cancellation).Text;
        SyntaxNode? root = null;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at > 0 && FileWords.IsPart(text[at - 1])) || (end < text.Length && FileWords.IsPart(text[end])))
                continue;
            var token = (root ??= tree.GetRoot(cancellation)).FindToken(at);
            if (token.ValueText == word && token.Span.Contains(at))
                yield return token;
        }
    }

    /// <summary>Calls of a method by name, in the order of the file, an outer call before those inside it.</summary>
    public static List<SyntaxNode> Calls(SyntaxTree tree, string name, CancellationToken cancellation)
    {
        var calls = new List<SyntaxNode>();
        foreach (var token in Of(tree, name, cancellation))
            if (Named(token) is { Parent: InvocationExpressionSyntax call } expression && call.Expression == expression && IsInCode(call))
                calls.Add(call);
        calls.Sort(OuterFirst);
        return calls;
    }

    /// <summary>Calls on something, of a method whose name begins so.</summary>
    public static IEnumerable<InvocationExpressionSyntax> CallsStarting(SyntaxTree tree, string start, CancellationToken cancellation)
    {
        var text = FileWords.Of(tree, cancellation).Text;
        var sought = "." + start;
        for (var at = text.IndexOf(sought, StringComparison.Ordinal); at >= 0; at = text.IndexOf(sought, at + sought.Length, StringComparison.Ordinal))
        {
            var token = tree.GetRoot(cancellation).FindToken(at + 1);
            if (token.SpanStart == at + 1 && Named(token) is { Parent: InvocationExpressionSyntax call } expression && call.Expression == expression && IsInCode(call))
                yield return call;
        }
    }

    /// <summary>Object creations and the constructor calls of other constructors.</summary>
    public static List<SyntaxNode> Creations(SyntaxTree tree, CancellationToken cancellation)
    {
        var creations = new List<SyntaxNode>();
        foreach (var word in (string[])["new", "this", "base"])
            foreach (var token in Of(tree, word, cancellation))
                if (token.Parent is BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax && IsInCode(token.Parent))
                    creations.Add(token.Parent);
        creations.Sort(OuterFirst);
        return creations;
    }

    /// <summary>Assignments, ref and out arguments whose target's last name is this.</summary>
    public static List<SyntaxNode> Assignments(SyntaxTree tree, string name, CancellationToken cancellation)
    {
        var assignments = new List<SyntaxNode>();
        foreach (var token in Of(tree, name, cancellation))
            if (Named(token) is { } target && Assigning(target) is { } assignment && IsInCode(assignment))
                assignments.Add(assignment);
        assignments.Sort(OuterFirst);
        return assignments;
    }

    /// <summary>Calls that may put something into what has this name, and assignments to its elements.</summary>
    public static IEnumerable<SyntaxNode> Puts(SyntaxTree tree, string name, CancellationToken cancellation)
    {
        foreach (var token in Of(tree, name, cancellation))
        {
            switch (Named(token)?.Parent)
            {
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called, Parent: InvocationExpressionSyntax call } when Contents.IsPut(called):
                    yield return call;
                    break;
                case ElementAccessExpressionSyntax element when PutInto(element) is { } put:
                    yield return put;
                    break;
                case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called } } call } } when Contents.IsCopy(called):
                    yield return call;
                    break;
            }
        }
    }

    /// <summary>What puts something into data[i], data[i][j] or a member of one of these; null when nothing does.</summary>
    private static SyntaxNode? PutInto(ExpressionSyntax element)
    {
        while (element.Parent is ElementAccessExpressionSyntax further && further.Expression == element)
            element = further;
        return element.Parent switch
        {
            AssignmentExpressionSyntax write when write.Left == element => write,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called, Parent: InvocationExpressionSyntax call } when Contents.IsPut(called) => call,
            MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax write } member when write.Left == member => write,
            _ => null,
        };
    }

    /// <summary>Where a call is given what has this name.</summary>
    public static IEnumerable<ArgumentSyntax> Arguments(SyntaxTree tree, string name, CancellationToken cancellation)
    {
        foreach (var token in Of(tree, name, cancellation))
            if (Named(token)?.Parent is ArgumentSyntax { RefKindKeyword.RawKind: 0, Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax } } argument)
                yield return argument;
    }

    /// <summary>Methods and properties of that name.</summary>
    public static List<SyntaxNode> Declarations(SyntaxTree tree, string name, CancellationToken cancellation)
    {
        var declarations = new List<SyntaxNode>();
        foreach (var token in Of(tree, name, cancellation))
            if (token.Parent is MethodDeclarationSyntax method && method.Identifier == token || token.Parent is PropertyDeclarationSyntax property && property.Identifier == token)
                declarations.Add(token.Parent);
        return declarations;
    }

    private static int OuterFirst(SyntaxNode left, SyntaxNode right) =>
        left.SpanStart != right.SpanStart ? left.SpanStart.CompareTo(right.SpanStart) : right.Span.End.CompareTo(left.Span.End);

    /// <summary>The expression that the identifier is the last name of.</summary>
    private static ExpressionSyntax? Named(SyntaxToken identifier) => identifier.Parent switch
    {
        SimpleNameSyntax name => name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access,
            MemberBindingExpressionSyntax binding => binding,
            _ => name,
        },
        _ => null,
    };

    private static SyntaxNode? Assigning(ExpressionSyntax target)
    {
        switch (target.Parent)
        {
            case AssignmentExpressionSyntax assignment:
                return assignment.Left == target ? assignment : null;
            case ArgumentSyntax { RefKindKeyword.RawKind: not 0, Parent.Parent: not null } argument:
                return argument;
            case ArgumentSyntax { Parent: TupleExpressionSyntax tuple }:
                return Assigning(tuple) as AssignmentExpressionSyntax;
            default:
                return null;
        }
    }

    /// <summary>Attributes and base lists call nothing that returns a value.</summary>
    private static bool IsInCode(SyntaxNode node)
    {
        for (var at = node; at is not null; at = at.Parent)
        {
            if (at is AttributeListSyntax or BaseListSyntax)
                return false;
            if (at is StatementSyntax)
                break;
        }

        return true;
    }
}
