using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ResponsibleAI.Analyzers.Findings;

/// <summary>Where a call is shown: from the method's name to its closing parenthesis, so that a long fluent chain points at the call meant.</summary>
internal static class Places
{
    /// <summary>As messages name a call.</summary>
    public static string NameOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod.Name,
        IObjectCreationOperation creation => $"new {creation.Type?.Name}",
        _ => "this call",
    };

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
