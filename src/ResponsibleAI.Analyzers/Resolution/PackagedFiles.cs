using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>Files of an app's package, as desktop and phone frameworks give them; the frameworks need not be in sight.</summary>
internal static class PackagedFiles
{
    /// <summary>What names the file that an unbound expression gets, copies or asks for the path of; null when it does none of these.</summary>
    public static IOperation? Source(IInvalidOperation unbound, CodeReader code, CancellationToken cancellation)
    {
        switch (unbound.Syntax)
        {
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Path", Expression: var file }:
                while (file is ParenthesizedExpressionSyntax inner)
                    file = inner.Expression;
                return code.Operation(file, cancellation);
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CopyAsync", Expression: var file } }:
                return code.Operation(file, cancellation);
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetFileFromApplicationUriAsync" or "GetFileFromPathAsync" or "GetFileAsync" }, ArgumentList.Arguments: [var name] }:
                return code.Operation(name.Expression, cancellation);
            default:
                return null;
        }
    }
}
