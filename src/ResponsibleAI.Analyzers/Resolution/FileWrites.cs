using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>What the program itself writes into a file.</summary>
internal sealed class FileWrites(CodeReader code, TextResolver texts)
{
    private const int MostWrites = 16;

    private static readonly string[] s_writes = ["WriteAllText", "WriteAllTextAsync", "WriteAllLines", "WriteAllLinesAsync", "AppendAllText", "AppendAllTextAsync", "AppendAllLines", "AppendAllLinesAsync"];

    /// <summary>The contents of the files of that path, as far as calls write them whose path is in sight as much.</summary>
    public IReadOnlyList<Expression> Into(ResolvedText path, CancellationToken cancellation)
    {
        var contents = new List<Expression>();
        if (path.Resolution == Resolution.Unknown)
            return contents;
        foreach (var name in s_writes)
            foreach (var node in code.CallsNamed(name, cancellation))
                if (Called(node, cancellation) is IInvocationOperation { TargetMethod.ContainingType.Name: "File", Arguments: [var written, var content, ..] } && Is(written.Value, path, cancellation))
                    Add(content.Value);
        foreach (var tree in code.Mentioning("StreamWriter", cancellation))
            foreach (var node in Occurrences.Creations(tree, cancellation))
                if (code.Operation(node, cancellation) is IObjectCreationOperation { Type.Name: "StreamWriter", Arguments: [var written, ..] } creation && Is(written.Value, path, cancellation) && HolderOf(creation) is { } writer)
                    foreach (var operation in Containers.Body(creation).Descendants())
                        if (operation is IInvocationOperation { Instance: ILocalReferenceOperation { Local: var local }, TargetMethod.Name: "Write" or "WriteLine" or "WriteAsync" or "WriteLineAsync", Arguments: [var line, ..] } && SymbolEqualityComparer.Default.Equals(local, writer))
                            Add(line.Value);
        return contents;

        void Add(IOperation content)
        {
            if (contents.Count < MostWrites)
                contents.Add(new Expression(content, null).Unwrapped);
        }
    }

    private IOperation? Called(SyntaxNode node, CancellationToken cancellation) => code.Operation(node, cancellation) is { } operation ? operation is IExpressionStatementOperation statement ? statement.Operation : operation : null;

    private bool Is(IOperation written, ResolvedText path, CancellationToken cancellation) =>
        texts.Resolve(new Expression(written, null), cancellation).Exists(one => one.Resolution != Resolution.Unknown && one.Equals(path));

    private static ILocalSymbol? HolderOf(IObjectCreationOperation creation)
    {
        for (var at = creation.Parent; at is not null; at = at.Parent)
            if (at is IVariableDeclaratorOperation { Symbol: var local })
                return local;
            else if (at is IBlockOperation)
                return null;
        return null;
    }
}
