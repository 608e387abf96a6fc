using System.Text;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>How much of a value could be seen.</summary>
internal enum Resolution
{
    Known,
    Partial,
    Unknown,
}

/// <summary>A string as far as the code tells: literal pieces and holes.</summary>
internal sealed class ResolvedText : IEquatable<ResolvedText>
{
    private ResolvedText(string[] pieces, string? reason, bool underBase)
    {
        Pieces = pieces;
        Reason = reason;
        UnderBaseDirectory = underBase;
    }

    /// <summary>Literal pieces; between two of them stands a hole.</summary>
    private string[] Pieces { get; }

    /// <summary>Why there is a hole; null when there is none.</summary>
    public string? Reason { get; }

    /// <summary>It is a path below the folder the program runs in, whatever that is.</summary>
    public bool UnderBaseDirectory { get; }

    public Resolution Resolution => Pieces.Length == 1 ? Resolution.Known : Prefix.Length + Suffix.Length > 0 ? Resolution.Partial : Resolution.Unknown;

    /// <summary>The whole text; null unless it is known.</summary>
    public string? Value => Pieces.Length == 1 ? Pieces[0] : null;

    public string Prefix => Pieces[0];

    public string Suffix => Pieces[Pieces.Length - 1];

    public static ResolvedText Literal(string value) => new([value], null, false);

    public static ResolvedText Unknown(string reason) => new(["", ""], reason, false);

    public static ResolvedText BaseDirectory { get; } = new([""], null, true);

    public ResolvedText Append(ResolvedText next)
    {
        var (left, right) = (Pieces, next.Pieces);
        var pieces = new string[left.Length + right.Length - 1];
        left.CopyTo(pieces, 0);
        pieces[left.Length - 1] = left[left.Length - 1] + right[0];
        Array.Copy(right, 1, pieces, left.Length, right.Length - 1);
        return new ResolvedText(pieces, Reason ?? next.Reason, UnderBaseDirectory || (next.UnderBaseDirectory && IsEmpty));
    }

    /// <summary>As Path.Combine: a rooted second part replaces the first.</summary>
    public ResolvedText Combine(ResolvedText next)
    {
        if (next.UnderBaseDirectory || IsRooted(next.Prefix) || IsEmpty)
            return UnderBaseDirectory && !IsRooted(next.Prefix) ? new ResolvedText(next.Pieces, next.Reason, true) : next;
        return next.IsEmpty || EndsWithSeparator ? Append(next) : Append(Literal("/")).Append(next);
    }

    /// <summary>Applies a change to the text when all of it is known.</summary>
    public ResolvedText Map(Func<string, string> change, string whenNot) =>
        Value is { } value ? new ResolvedText([change(value)], null, UnderBaseDirectory) : Unknown(Reason ?? whenNot);

    /// <summary>Applies a change that concerns the end of the text alone, such as an extension, as soon as the last path segment is in sight.</summary>
    public ResolvedText MapEnd(Func<string, string> change, string whenNot) =>
        Pieces.Length == 1 || FileName is null ? Map(change, whenNot) : new ResolvedText([.. Pieces.Take(Pieces.Length - 1), change(Suffix)], Reason, UnderBaseDirectory);

    /// <summary>Applies a change to each part of the text that is in sight.</summary>
    public ResolvedText MapParts(Func<string, string> change) => new([.. Pieces.Select(change)], Reason, UnderBaseDirectory);

    /// <summary>The last path segment when it is in sight, else null.</summary>
    public string? FileName
    {
        get
        {
            var end = Suffix.TrimEnd('/', '\\');
            var cut = end.LastIndexOfAny(['/', '\\']);
            return cut >= 0 ? end.Substring(cut + 1) : Pieces.Length == 1 && end.Length > 0 ? end : null;
        }
    }

    private bool IsEmpty => Pieces.Length == 1 && Pieces[0].Length == 0;

    private bool EndsWithSeparator => Suffix.Length > 0 && Suffix[Suffix.Length - 1] is '/' or '\\';

    public bool Equals(ResolvedText? other) => other is not null && Pieces.SequenceEqual(other.Pieces);

    public override bool Equals(object? obj) => obj is ResolvedText other && Equals(other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>The text with "…" for what is not known.</summary>
    public override string ToString()
    {
        if (Value is { } value)
            return value;
        var text = new StringBuilder();
        for (var i = 0; i < Pieces.Length; i++)
            text.Append(i == 0 ? "" : "…").Append(Pieces[i]);
        return text.ToString();
    }

    private static bool IsRooted(string path) => path.Length > 0 && (path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':'));
}
