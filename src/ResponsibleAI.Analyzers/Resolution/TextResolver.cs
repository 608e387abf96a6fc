using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>Resolves strings, mostly paths and column names, to what the code says they are. Several answers when several ways lead here.</summary>
internal sealed class TextResolver(Definitions definitions)
{
    private const int MostAlternatives = 16;

    /// <summary>Every text the expression may be, at least one.</summary>
    public List<ResolvedText> Resolve(Expression expression, CancellationToken cancellation) =>
        Resolve(expression.Unwrapped, new Trace(cancellation), cancellation);

    /// <summary>The one text the expression is; Unknown when it may be several.</summary>
    public ResolvedText ResolveOne(Expression expression, CancellationToken cancellation)
    {
        var texts = Resolve(expression, cancellation);
        return texts.Count == 1 ? texts[0] : ResolvedText.Unknown("it has several values");
    }

    private List<ResolvedText> Resolve(Expression expression, Trace trace, CancellationToken cancellation)
    {
        var operation = expression.Operation;
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
            return constant is null ? [] : [ResolvedText.Literal(Convert.ToString(constant, CultureInfo.InvariantCulture) ?? "")];
        if (!trace.TryEnter(expression, out var reason))
            return reason == Trace.Circular ? [] : [ResolvedText.Unknown(reason)];

        var texts = Answer(expression, trace, cancellation);
        trace.Leave(expression);
        return texts;
    }

    private List<ResolvedText> Answer(Expression expression, Trace trace, CancellationToken cancellation)
    {
        switch (expression.Operation)
        {
            case IInterpolatedStringOperation interpolated:
                return Concatenate(interpolated.Parts.Select(static part => part switch
                {
                    IInterpolatedStringTextOperation text => text.Text,
                    IInterpolationOperation hole => hole.Expression,
                    _ => part,
                }));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                return Concatenate([sum.LeftOperand, sum.RightOperand]);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.TypeKind: TypeKind.Error, RightOperand.Type.SpecialType: SpecialType.System_String } sum:
                // A folder of a framework that is not in sight, then a path below it
                return Concatenate([sum.LeftOperand, sum.RightOperand]);
            case IInvocationOperation invocation when KnownCall(invocation) is { } known:
                return known;
            case IInvalidOperation unbound when UnboundPath(unbound) is { } known:
                return known;
            case IInvalidOperation unbound when PackagedFiles.Source(unbound, definitions.Code, cancellation) is { } named:
                return Of(named);
            case IPropertyReferenceOperation property when KnownProperty(property) is { } known:
                return known;
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } table, Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string key } }] } when EntryOf(expression.With(table).Unwrapped, key, cancellation) is { } entry:
                return Resolve(entry, trace, cancellation);
            case IObjectCreationOperation { Type: { } type, Arguments: [var first, ..] } when type.Name is "FileInfo" or "DirectoryInfo" or "Uri" or "StreamReader" or "FileStream" or "MultiFileSource":
                return Of(first.Value);
            case IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } }:
                return [ResolvedText.Literal("")];
            case IFieldReferenceOperation { Field: { Name: "DirectorySeparatorChar" or "AltDirectorySeparatorChar", ContainingType.Name: "Path" } }:
                return [ResolvedText.Literal("/")];
            case IArrayElementReferenceOperation { ArrayReference: var array, Indices: [{ ConstantValue: { HasValue: true, Value: 0 } }] } when IsOwnPath(array):
                return [ResolvedText.BaseDirectory];
            case IArrayElementReferenceOperation { ArrayReference: var array, Indices: [{ ConstantValue: { HasValue: true, Value: int index } }] }
                when ElementsOf(expression.With(array).Unwrapped, cancellation) is { } written && index >= 0 && index < written.Count:
                return Resolve(written[index], trace, cancellation);
            case IArrayElementReferenceOperation { ArrayReference: var array }:
                return Of(array);
        }

        if (Lists.Written(expression) is { } elements)
            return [.. elements.SelectMany(element => Resolve(element, trace, cancellation)).Distinct().Take(MostAlternatives)];
        if (definitions.Of(expression, cancellation) is not { } definition)
            return [ResolvedText.Unknown(WhyUnknown(expression.Operation))];
        if (definition.Uncalled is { HasExplicitDefaultValue: true, ExplicitDefaultValue: string value })
            return [ResolvedText.Literal(value)];

        var texts = new List<ResolvedText>();
        foreach (var one in definition.Values)
            foreach (var text in Resolve(one, trace, cancellation))
                if (texts.Count < MostAlternatives && !texts.Contains(text))
                    texts.Add(text);
        if (definition.Missing is { } missing && texts.Count < MostAlternatives)
            texts.Add(ResolvedText.Unknown(missing));
        return texts.Count > 0 ? texts : [ResolvedText.Unknown("no value in sight")];

        List<ResolvedText> Of(IOperation operation) => Resolve(new Expression(Expression.Unwrap(operation), expression.Frame), trace, cancellation);

        List<ResolvedText> Concatenate(IEnumerable<IOperation> parts) => Fold(parts, static (left, right) => left.Append(right));

        List<ResolvedText> Fold(IEnumerable<IOperation> parts, Func<ResolvedText, ResolvedText, ResolvedText> join)
        {
            List<ResolvedText>? result = null;
            foreach (var part in parts)
            {
                var next = Of(part);
                if (next.Count == 0)
                    next = [ResolvedText.Literal("")];
                if (result is null)
                {
                    result = next;
                    continue;
                }

                var joined = new List<ResolvedText>();
                foreach (var left in result)
                    foreach (var right in next)
                        if (joined.Count < MostAlternatives && join(left, right) is var text && !joined.Contains(text))
                            joined.Add(text);
                result = joined;
            }

            return result ?? [ResolvedText.Literal("")];
        }

        List<ResolvedText> Map(IOperation operation, Func<ResolvedText, ResolvedText> change) => [.. Of(operation).Select(change)];

        List<ResolvedText>? KnownCall(IInvocationOperation call)
        {
            var method = call.TargetMethod;
            switch (method.ContainingType.Name)
            {
                case "Path" when IsIn(method, "System", "IO"):
                    switch (method.Name)
                    {
                        case "Combine" or "Join": return Fold(Parts(call), static (left, right) => left.Combine(right));
                        case "GetFullPath" when call.Arguments.Length == 2: return Fold([call.Arguments[1].Value, call.Arguments[0].Value], static (left, right) => left.Combine(right));
                        case "GetFullPath" or "TrimEndingDirectorySeparator": return Of(call.Arguments[0].Value);
                        case "GetFileName": return Map(call.Arguments[0].Value, static text => text.FileName is { } name ? ResolvedText.Literal(name) : ResolvedText.Unknown(text.Reason ?? "a file name"));
                        case "GetFileNameWithoutExtension": return Map(call.Arguments[0].Value, static text => text.FileName is { } name ? ResolvedText.Literal(ChangeExtension(name, "").TrimEnd('.')) : ResolvedText.Unknown(text.Reason ?? "a file name"));
                        case "GetExtension": return Map(call.Arguments[0].Value, static text => text.FileName is { } name ? ResolvedText.Literal(Datasets.FilePaths.Extension(name)) : ResolvedText.Unknown(text.Reason ?? "a file name"));
                        case "GetDirectoryName": return Map(call.Arguments[0].Value, Parent);
                        case "GetTempPath": return [ResolvedText.BaseDirectory];
                        case "ChangeExtension" when call.Arguments[1].Value.ConstantValue is { HasValue: true, Value: string extension }:
                            return Map(call.Arguments[0].Value, text => text.MapEnd(path => ChangeExtension(path, extension), "a path"));
                    }

                    return null;
                case "Directory" when IsIn(method, "System", "IO"):
                    return method.Name switch
                    {
                        "GetCurrentDirectory" => [ResolvedText.BaseDirectory],
                        "GetParent" => Map(call.Arguments[0].Value, Parent),
                        "GetFiles" or "EnumerateFiles" or "GetDirectories" or "EnumerateDirectories" => Listed(call.Arguments[0].Value),
                        _ => null,
                    };
                case "DirectoryInfo" when IsIn(method, "System", "IO") && method.Name is "GetFiles" or "EnumerateFiles" && call.Instance is { } directory:
                    return Listed(directory);
                case "Environment" when IsIn(method, "System"):
                    return method.Name switch
                    {
                        "GetFolderPath" => [ResolvedText.BaseDirectory],
                        "GetEnvironmentVariable" => [ResolvedText.Unknown("environment variable")],
                        "GetCommandLineArgs" => [ResolvedText.Unknown("command-line arguments")],
                        _ => null,
                    };
                case "String" when method.ContainingType.SpecialType == SpecialType.System_String:
                    return KnownStringCall(call);
                case "Enumerable" when method.Name is "First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "Single" or "SingleOrDefault" or "ElementAt" or "ElementAtOrDefault" && call.Arguments.Length > 0:
                    return Of(call.Arguments[0].Value);
                case "Assembly" when method.Name is "GetEntryAssembly" or "GetExecutingAssembly" or "GetCallingAssembly":
                    return [ResolvedText.BaseDirectory];
                case "Object" when method.Name == "ToString" && call.Instance is { } instance:
                    return Of(instance);
                case "File" when IsIn(method, "System", "IO") && method.Name is "OpenRead" or "OpenText" or "Open" or "ReadAllLines" or "ReadLines" or "ReadAllText" or "ReadAllBytes" or "ReadAllBytesAsync":
                    return Of(call.Arguments[0].Value);
                default:
                    return null;
            }
        }

        // What a desktop, web or game framework that is not in sight calls the program's folder, and paths made of it.
        List<ResolvedText>? UnboundPath(IInvalidOperation unbound)
        {
            switch (unbound.Syntax)
            {
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var owner } when ProgramFolders.Holds(name, LastName(owner)):
                    return [ResolvedText.BaseDirectory];
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "MapPath" } } when UnboundCall.Of(unbound, definitions.Code, cancellation) is { Arguments: [var below] }:
                    return Map(below, static text => ResolvedText.BaseDirectory.Combine(text.Map(static path => path.TrimStart('~', '/', '\\'), "a path")));
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var owner } } when LastName(owner) == "Path" && UnboundCall.Of(unbound, definitions.Code, cancellation) is { Arguments: { Count: > 0 } arguments } call:
                    return call.Name switch
                    {
                        "Combine" or "Join" => Fold(arguments, static (left, right) => left.Combine(right)),
                        "GetFullPath" when arguments.Count == 1 => Of(arguments[0]),
                        "GetDirectoryName" => Map(arguments[0], Parent),
                        _ => null,
                    };
                default:
                    return null;
            }
        }

        // The files of a folder are known as far as the folder and the pattern are.
        List<ResolvedText> Listed(IOperation folder)
        {
            var pattern = "*";
            var call = (IInvocationOperation)expression.Operation;
            foreach (var argument in call.Arguments)
            {
                if (argument.Parameter?.Name == "searchPattern" && argument.ArgumentKind != ArgumentKind.DefaultValue)
                    pattern = argument.Value.ConstantValue is { HasValue: true, Value: string written } ? written : "*";
                if (argument.Value is IFieldReferenceOperation { Field.Name: "AllDirectories" } or IConversionOperation { Operand: IFieldReferenceOperation { Field.Name: "AllDirectories" } })
                    pattern = $"**/{pattern}";
            }

            return Map(folder, text => text.Combine(ResolvedText.Literal(pattern)));
        }

        List<ResolvedText>? KnownStringCall(IInvocationOperation call)
        {
            var method = call.TargetMethod;
            if (method.IsStatic)
            {
                return method.Name switch
                {
                    "Concat" => Concatenate(Parts(call)),
                    "Join" when call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: var separator } && Parts(call).Skip(1).ToList() is { Count: > 0 } parts && parts.TrueForAll(static part => part.Type?.SpecialType == SpecialType.System_String) =>
                        Fold(parts, (left, right) => left.Append(ResolvedText.Literal($"{separator}")).Append(right)),
                    "Format" when call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: string format } => Format(format, [.. Parts(call).Skip(1)]),
                    _ => null,
                };
            }

            if (call.Instance is not { } instance)
                return null;
            switch (method.Name)
            {
                case "ToString" or "Clone": return Of(instance);
                case "Trim" or "TrimEnd" or "TrimStart" when call.Arguments.Length == 0: return Map(instance, static text => text.Map(static value => value.Trim(), "a trimmed text"));
                case "Replace" when Argument(0) is { Length: > 0 } old && Argument(1) is { } replacement:
                    return Map(instance, text => text.MapParts(value => value.Replace(old, replacement)));
                case "ToLower" or "ToLowerInvariant" or "ToUpper" or "ToUpperInvariant":
                    return Of(instance);
                case "Split" or "Substring" or "Remove" or "Replace":
                    return Map(instance, static text => text is { UnderBaseDirectory: true, Value: "" } ? text : ResolvedText.Unknown("a part of a text"));
                default: return null;
            }

            string? Argument(int index) => index >= call.Arguments.Length ? null
                : call.Arguments[index].Value.ConstantValue is { HasValue: true, Value: { } value } ? Convert.ToString(value, CultureInfo.InvariantCulture)
                : Of(call.Arguments[index].Value) is [{ Value: { } only }] ? only : null;
        }

        List<ResolvedText>? KnownProperty(IPropertyReferenceOperation reference)
        {
            var property = reference.Property;
            if (ProgramFolders.Holds(property))
                return [ResolvedText.BaseDirectory];
            return property.Name is "FullName" or "FullPath" or "DirectoryName" or "Directory" or "Parent" or "LocalPath" or "AbsolutePath" or "OriginalString"
                && property.ContainingType.Name is "FileInfo" or "DirectoryInfo" or "FileSystemInfo" or "Uri" && reference.Instance is { } instance
                ? property.Name is "DirectoryName" or "Directory" or "Parent" ? Map(instance, Parent) : Of(instance)
                : null;
        }

        List<ResolvedText> Format(string format, List<IOperation> values)
        {
            var texts = new List<ResolvedText> { ResolvedText.Literal("") };
            var position = 0;
            while (position < format.Length)
            {
                var open = format.IndexOf('{', position);
                if (open < 0)
                    return Then(texts, [ResolvedText.Literal(format.Substring(position))]);
                var close = format.IndexOf('}', open);
                if (close < 0)
                    return [ResolvedText.Unknown("a composite format")];
                texts = Then(texts, [ResolvedText.Literal(format.Substring(position, open - position))]);
                texts = Then(texts, int.TryParse(format.Substring(open + 1, close - open - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < values.Count
                    ? Of(values[index])
                    : [ResolvedText.Unknown("a composite format")]);
                position = close + 1;
            }

            return texts;

            static List<ResolvedText> Then(List<ResolvedText> left, List<ResolvedText> right) =>
                [.. left.SelectMany(first => right.Select(second => first.Append(second))).Take(MostAlternatives)];
        }
    }

    /// <summary>The elements of an array that is written out, once and in order; null when that is not in sight.</summary>
    private IReadOnlyList<Expression>? ElementsOf(Expression array, CancellationToken cancellation) =>
        Lists.Written(array) ?? (definitions.Of(array, cancellation) is { Values: [var only], Missing: null } ? Lists.Written(only) : null);

    /// <summary>What a dictionary that is written out has under a key; null when that is not in sight.</summary>
    private Expression? EntryOf(Expression table, string key, CancellationToken cancellation)
    {
        if (table.Operation is not IObjectCreationOperation && definitions.Of(table, cancellation) is { Values: [var only], Missing: null })
            table = only;
        if (table.Operation is not IObjectCreationOperation { Type.Name: "Dictionary", Initializer: { } initializer })
            return null;
        foreach (var item in initializer.Initializers)
        {
            var (name, value) = item switch
            {
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [var index] } } entry => (index.Value, entry.Value),
                IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var first, var second] } => (first.Value, second.Value),
                _ => default((IOperation?, IOperation?)),
            };
            if (name is { ConstantValue: { HasValue: true, Value: string known } } && known == key)
                return table.With(value!).Unwrapped;
        }

        return null;
    }

    /// <summary>The first word of the command line is the program itself.</summary>
    private static bool IsOwnPath(IOperation array) => Expression.Unwrap(array) is IInvocationOperation { TargetMethod: { Name: "GetCommandLineArgs", ContainingType.Name: "Environment" } };

    /// <summary>The arguments, a params array or collection opened up.</summary>
    private static IEnumerable<IOperation> Parts(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (Expression.Unwrap(argument.Value) is IArrayCreationOperation { Initializer: { } initializer })
            {
                foreach (var element in initializer.ElementValues)
                    yield return element;
            }
            else
            {
                yield return argument.Value;
            }
        }
    }

    private static string? LastName(ExpressionSyntax owner) => owner switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private static ResolvedText Parent(ResolvedText path)
    {
        if (path is { UnderBaseDirectory: true, Value: "" })
            return path;
        return path.Map(static value =>
        {
            var cut = value.TrimEnd('/', '\\').LastIndexOfAny(['/', '\\']);
            return cut < 0 ? "" : value.Substring(0, cut);
        }, "a parent folder");
    }

    private static string ChangeExtension(string path, string extension)
    {
        var dot = path.LastIndexOf('.');
        return (dot < 0 ? path : path.Substring(0, dot)) + (extension.StartsWith(".", StringComparison.Ordinal) ? "" : ".") + extension;
    }

    private static bool IsIn(IMethodSymbol method, params string[] names)
    {
        var scope = method.ContainingNamespace;
        for (var i = names.Length - 1; i >= 0; i--, scope = scope.ContainingNamespace)
            if (scope is null || scope.Name != names[i])
                return false;
        return scope is { IsGlobalNamespace: true };
    }

    private static string WhyUnknown(IOperation operation)
    {
        var symbol = operation switch
        {
            IInvocationOperation invocation => (ISymbol)invocation.TargetMethod,
            IMemberReferenceOperation member => member.Member,
            _ => null,
        };
        if (symbol is null)
            return operation is IInvalidOperation ? "the code does not compile here" : "it is computed";

        var home = symbol.ContainingNamespace?.ToDisplayString() ?? "";
        return home switch
        {
            _ when home.StartsWith("Microsoft.Extensions.Configuration", StringComparison.Ordinal) || home.StartsWith("Microsoft.Extensions.Options", StringComparison.Ordinal)
                || home.StartsWith("System.Configuration", StringComparison.Ordinal) => "configuration",
            _ when home.StartsWith("System.Windows", StringComparison.Ordinal) || home.StartsWith("Microsoft.UI", StringComparison.Ordinal)
                || home.StartsWith("Microsoft.Win32", StringComparison.Ordinal) || home.StartsWith("Microsoft.Maui", StringComparison.Ordinal) => "user interface",
            _ when symbol.ContainingType?.Name == "Console" => "user input",
            _ when symbol.ContainingType?.Name == "Environment" => "environment",
            _ when home.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) => "web request",
            _ => $"what '{symbol.Name}' gives",
        };
    }
}
