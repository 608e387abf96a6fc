namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>One question's walk through the code: what it is looking at now, and how far it may still go.</summary>
internal sealed class Trace(CancellationToken cancellation)
{
    private const int MostSteps = 4000;
    private const int DeepestCall = 12;
    private const int DeepestExpression = 64;

    /// <summary>From the first question to the one that is open now: few, so that a search costs less than hashing.</summary>
    private readonly List<Expression> _open = [];
    private int _steps;

    public const string CutShort = "the code is too deep to follow";
    public const string Circular = "it depends on itself";

    /// <summary>Enters an expression; false with a reason when it is already being looked at or the bound is reached.</summary>
    public bool TryEnter(Expression expression, out string reason)
    {
        cancellation.ThrowIfCancellationRequested();
        reason = "";
        if (++_steps > MostSteps || _open.Count > DeepestExpression || expression.Frame is { Depth: > DeepestCall })
        {
            reason = CutShort;
            return false;
        }

        if (_open.Contains(expression))
        {
            reason = Circular;
            return false;
        }

        _open.Add(expression);
        return true;
    }

    public void Leave(Expression expression) => _open.Remove(expression);
}
