using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ResponsibleAI.Analyzers.CodeFixes;

/// <summary>Writes <c>[ProcessingPurpose("…")]</c> into source.</summary>
internal static class PurposeAttribute
{
    private const string Namespace = "ResponsibleAI";

    /// <summary>Whether the project references the annotations.</summary>
    public static bool IsKnownTo(Compilation compilation) => compilation.GetTypeByMetadataName(Namespace + ".ProcessingPurposeAttribute") is not null;

    /// <summary>Marks the types that start at the given positions; null marks the assembly.</summary>
    public static CompilationUnitSyntax Add(CompilationUnitSyntax unit, ISet<int?> typesAt, string purpose)
    {
        var types = unit.DescendantNodes().OfType<TypeDeclarationSyntax>().Where(type => typesAt.Contains(type.SpanStart));
        var list = List(purpose).WithTrailingTrivia(NewlineOf(unit));
        var marked = unit.ReplaceNodes(types, (_, type) => Mark(type, list));
        if (typesAt.Contains(null)) marked = marked.AddAttributeLists(list.WithTarget(AttributeTargetSpecifier(Token(SyntaxKind.AssemblyKeyword))));
        return Import(marked);
    }

    /// <summary>The attribute goes below the documentation comment and above the type and its other attributes.</summary>
    private static TypeDeclarationSyntax Mark(TypeDeclarationSyntax type, AttributeListSyntax list)
    {
        var above = type.GetLeadingTrivia();
        var bare = type.WithLeadingTrivia(above.Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse());
        return bare.WithAttributeLists(bare.AttributeLists.Insert(0, list.WithLeadingTrivia(above)));
    }

    /// <summary>The full name; the simplifier shortens it as far as the file's usings and other names allow.</summary>
    private static AttributeListSyntax List(string purpose)
    {
        var name = QualifiedName(AliasQualifiedName(IdentifierName(Token(SyntaxKind.GlobalKeyword)), IdentifierName(Namespace)), IdentifierName("ProcessingPurpose"));
        var argument = AttributeArgument(LiteralExpression(SyntaxKind.StringLiteralExpression, Literal(purpose)));
        return AttributeList(SingletonSeparatedList(Attribute(name.WithAdditionalAnnotations(Simplifier.Annotation), AttributeArgumentList(SingletonSeparatedList(argument)))))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>The newline that the file has.</summary>
    private static SyntaxTrivia NewlineOf(CompilationUnitSyntax unit) =>
        unit.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } first ? first : ElasticLineFeed;

    /// <summary>Adds the using in its alphabetical place; a file without usings has its own way of naming things, so there the full name stays.</summary>
    private static CompilationUnitSyntax Import(CompilationUnitSyntax unit)
    {
        var plain = unit.Usings.Where(directive => directive is { Alias: null, StaticKeyword.RawKind: 0 }).ToList();
        if (plain.Count == 0 || plain.Exists(directive => directive.Name?.ToString() == Namespace)) return unit;

        var before = plain.Find(directive => directive.Name?.ToString() is { } name && !IsSystem(name) && string.CompareOrdinal(name, Namespace) > 0);
        var added = UsingDirective(ParseName(Namespace)).NormalizeWhitespace().WithTrailingTrivia(NewlineOf(unit)).WithAdditionalAnnotations(Formatter.Annotation);
        if (before is null) return unit.WithUsings(unit.Usings.Insert(unit.Usings.IndexOf(plain[plain.Count - 1]) + 1, added));

        var at = unit.Usings.IndexOf(before);
        var usings = unit.Usings.Replace(before, before.WithoutLeadingTrivia()).Insert(at, added.WithLeadingTrivia(before.GetLeadingTrivia()));
        return unit.WithUsings(usings);
    }

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
