using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ResponsibleAI.Analyzers.Findings;

/// <summary>Where a call is shown: from the method's name to its closing parenthesis, so that a long fluent chain points at the call meant.</summary>
internal static class Places
{
    public static Location Of(IOperation operation)
    {
        var syntax = operation.Syntax;
        var start = syntax switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.SpanStart,
            InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name.SpanStart,
            _ => syntax.SpanStart,
        };
        return Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(start, syntax.Span.End));
    }
}
