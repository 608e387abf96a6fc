using System.Runtime.CompilerServices;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.PersonalData;

/// <summary>Finds the terms of the lexicon in identifiers: whole words and word sequences, never parts of words.</summary>
internal sealed class Lexicon
{
    /// <summary>Words that may stand before an exact term without changing what it names: "IsMarried", "current_age".</summary>
    private static readonly HashSet<string> s_before = new(StringComparer.Ordinal)
    {
        "actual", "approx", "current", "declared", "enc", "encoded", "estimated", "full", "has", "is", "my", "norm", "normalized", "num", "original", "raw",
        "reported", "scaled", "self", "the",
    };

    /// <summary>Words that may stand after an exact term without changing what it names: "AgeInYears", "sex_encoded", "AgeGroup".</summary>
    private static readonly HashSet<string> s_after = new(StringComparer.Ordinal)
    {
        "admission", "at", "band", "bin", "bucket", "cat", "category", "cd", "code", "death", "diagnosis", "enc", "encoded", "enrollment", "enrolment",
        "grp", "group", "hire", "hot", "in", "index", "key", "months", "norm", "normalized", "num", "numeric", "of", "one", "onehot", "onset", "orig",
        "original", "range", "raw", "scaled", "str", "string", "text", "the", "val", "value", "visit", "years", "yr", "yrs",
    };

    /// <summary>Beside one of these a word for a person names many: "CustomerCount", "students_per_teacher".</summary>
    private static readonly HashSet<string> s_ofMany = new(StringComparer.Ordinal)
    {
        "all", "average", "avg", "count", "max", "mean", "median", "min", "num", "number", "people", "per", "percent", "percentage", "rate", "ratio", "share", "sum", "total",
    };

    /// <summary>Words that every row type may have in its name.</summary>
    private static readonly HashSet<string> s_ofRowTypes = new(StringComparer.Ordinal)
    {
        "class", "csv", "dados", "data", "dataset", "daten", "datos", "donnees", "dto", "entity", "entrada", "entry", "example", "features", "info", "information", "input", "instance", "item", "ml", "model", "observation", "point",
        "raw", "record", "row", "sample", "schema", "set", "test", "train", "training",
    };

    /// <summary>Words that name the parts of a program, its tools or its makers in a namespace, and no subject.</summary>
    private static readonly HashSet<string> s_ofPrograms = new(StringComparer.Ordinal)
    {
        "bug", "bus", "cache", "client", "clients", "commit", "company", "document", "documents", "domain", "domains", "engine", "file", "files", "github", "image", "issue", "item", "items", "kernel", "machine", "member", "members", "page", "pages",
        "process", "processing", "protocol", "repositories", "repository", "seed", "seeds", "server", "shell", "staff", "store", "stores", "thread", "threads", "toy", "transmission", "tree", "trees", "url", "users", "vendor",
        "wave",
    };

    private readonly Dictionary<string, Entry[]> _names;
    private readonly Dictionary<string, Entry[]> _subjects;

    /// <summary>Compilations under one policy, and so each edit of a file, share one lexicon.</summary>
    private static readonly ConditionalWeakTable<IReadOnlyList<LexiconTerm>, Lexicon> s_lexicons = new();

    /// <summary>The lexicon of a snapshot.</summary>
    public static Lexicon Of(IReadOnlyList<LexiconTerm> terms) => s_lexicons.GetValue(terms, static known => new Lexicon(known));

    /// <param name="terms">The terms of the snapshot.</param>
    public Lexicon(IReadOnlyList<LexiconTerm> terms)
    {
        _names = Index(terms.Where(term => term.Layer != Subject));
        _subjects = Index(terms.Where(term => term.Layer == Subject));
    }

    /// <summary>The layer of terms that say what a row is about: category user for people, user.content for what people write, system for things.</summary>
    public const string Subject = "subject";

    /// <summary>The longest term that names the column, strict before contextual; null when none does.</summary>
    public NameMatch? Name(IReadOnlyList<string> words, ValueKind kind)
    {
        NameMatch? best = null;
        if (kind == ValueKind.NotAValue) return null;
        for (var start = 0; start < words.Count; start++)
        {
            foreach (var entry in Candidates(_names, words[start]))
            {
                if (!entry.StandsAt(words, start) || !Admits(entry.Term, kind)) continue;
                if (Judge(entry, words, start, kind) is { } match && (best is null || match.Outranks(best))) best = match;
            }
        }
        return best;
    }

    /// <summary>The term that names a row type, when its name is that of a column: "SalaryData", "DiagnosisInput".</summary>
    public NameMatch? TypeName(IReadOnlyList<string> words)
    {
        var own = words.Where(static word => !s_ofRowTypes.Contains(word)).ToList();
        return own.Count == 0 ? null : Name(own, ValueKind.Unknown);
    }

    /// <summary>Whether a row type is named after a person, which the last word says: "Player", "PatientData", "HotelGuest", not "PlayerCount" or "CustomerProduct".</summary>
    public bool NamesPerson(IReadOnlyList<string> words)
    {
        var own = words.Where(static word => !s_ofRowTypes.Contains(word)).ToList();
        return own.Count > 0 && own[own.Count - 1] != "client" && IsOnePerson(own[own.Count - 1]);
    }

    /// <summary>Whether the column is of one person, whatever it says: "CustomerTenureDays", and not "CustomerCount" or "Customers".</summary>
    public bool IsOfPerson(IReadOnlyList<string> words)
    {
        var isOfPerson = false;
        foreach (var word in words)
        {
            if (s_ofMany.Contains(word)) return false;
            isOfPerson |= IsOnePerson(word);
        }
        return isOfPerson;
    }

    /// <summary>The first subject term of the given category among the words of a column; null when none.</summary>
    public string? ColumnSubject(IReadOnlyList<string> words, string category) => FindSubject(words, category, exactCounts: true);

    /// <summary>The same for the name of a type, in which words like Data or Input always stand beside the subject.</summary>
    public string? TypeSubject(IReadOnlyList<string> words, string category) => FindSubject(words, category, exactCounts: false);

    /// <summary>The same for a namespace, in which what names parts of programs says nothing: "Shop.Domain.Pages", "MachineLearning".</summary>
    public string? AroundSubject(IReadOnlyList<string> words, string category) => FindSubject([.. words.Where(static word => !s_ofPrograms.Contains(word))], category, exactCounts: false);

    /// <summary>Whether the identifier ends in a subject term of the category, whatever stands before it: "ViolationDescription", "cleaned_tweets".</summary>
    public bool EndsIn(IReadOnlyList<string> words, string category)
    {
        for (var start = 0; start < words.Count; start++)
        {
            foreach (var entry in Candidates(_subjects, words[start]))
            {
                if (entry.Term.Category == category && start + entry.Words.Length == words.Count && entry.StandsAt(words, start)) return true;
            }
        }
        return false;
    }

    private string? FindSubject(IReadOnlyList<string> words, string category, bool exactCounts)
    {
        for (var start = 0; start < words.Count; start++)
        {
            foreach (var entry in Candidates(_subjects, words[start]))
            {
                if (entry.Term.Category != category || !entry.StandsAt(words, start)) continue;
                if (start > 0 && words[start - 1] == "per") continue;
                if (category == "user" && start + entry.Words.Length < words.Count && words[start + entry.Words.Length] is "per" or "by") continue;
                if (exactCounts && entry.Term.Match == "exact" && !OnlyFillersAround(words, start, entry.Words.Length)) continue;
                if (!NotWith(entry.Term, words, start, entry.Words.Length)) return entry.Term.Words;
            }
        }
        return null;
    }

    private NameMatch? Judge(Entry entry, IReadOnlyList<string> words, int start, ValueKind kind)
    {
        var (term, length) = (entry.Term, entry.Words.Length);
        if (NotWith(term, words, start, length)) return null;
        if (term.Match == "exact" && !OnlyFillersAround(words, start, length)) return null;
        if (length == 1 && words[start].Length > entry.Words[0].Length && IsPerson(words[start])) return null;
        var ofPerson = PersonAround(words, start, length);
        return new NameMatch(term, length, Strict: ofPerson || term.Layer == "strict", PersonLevel: ofPerson || term.PersonLevel, Qualifiers.HoldsNamed(words, start, length, kind));
    }

    private bool OnlyFillersAround(IReadOnlyList<string> words, int start, int length)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (at == start) at += length - 1;
            else if (!(at < start ? s_before : s_after).Contains(words[at]) && !IsNumber(words[at]) && !IsPerson(words[at])) return false;
        }
        return true;
    }

    private bool PersonAround(IReadOnlyList<string> words, int start, int length)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (at == start) at += length - 1;
            else if (IsOnePerson(words[at])) return true;
        }
        return false;
    }

    /// <summary>"NumberOfCustomers" is nobody's number.</summary>
    private bool IsOnePerson(string word)
    {
        foreach (var entry in Candidates(_subjects, word))
        {
            if (entry.Term.Category == "user" && entry.Words.Length == 1 && entry.Words[0].Length == word.Length) return true;
        }
        return false;
    }

    private bool IsPerson(string word)
    {
        foreach (var entry in Candidates(_subjects, word))
        {
            if (entry.Term.Category == "user" && entry.Words.Length == 1) return true;
        }
        return false;
    }

    private static bool NotWith(LexiconTerm term, IReadOnlyList<string> words, int start, int length)
    {
        if (term.NotWith.Count == 0) return false;
        for (var at = 0; at < words.Count; at++)
        {
            if (at == start) at += length - 1;
            else if (term.NotWith.Any(other => Same(other, words[at]))) return true;
        }
        return false;
    }

    private static bool Admits(LexiconTerm term, ValueKind kind) =>
        kind == ValueKind.Unknown || term.Types.Count == 0 || term.Types.Contains(kind switch
        {
            ValueKind.Text => "text",
            ValueKind.Number => "number",
            ValueKind.Boolean => "boolean",
            _ => "date",
        });

    private static bool IsNumber(string word) => char.IsDigit(word[0]);

    private static Entry[] Candidates(Dictionary<string, Entry[]> index, string word)
    {
        if (index.TryGetValue(word, out var entries)) return entries;
        return word.Length > 3 && word[word.Length - 1] == 's' && index.TryGetValue(word.Substring(0, word.Length - 1), out entries) ? entries : [];
    }

    /// <summary>Equal, or the plural in s.</summary>
    private static bool Same(string term, string word) =>
        word.StartsWith(term, StringComparison.Ordinal) && (word.Length == term.Length || (word.Length == term.Length + 1 && word[term.Length] == 's'));

    /// <summary>By first word, longest first. Terms are split as identifiers are, so that "hba1c" meets HbA1c. A sequence is also known written as one word: "marital status" and "maritalstatus".</summary>
    private static Dictionary<string, Entry[]> Index(IEnumerable<LexiconTerm> terms) =>
        terms
            .Select(term => new Entry(term, [.. IdentifierWords.Split(term.Words)]))
            .Where(entry => entry.Words.Length > 0)
            .SelectMany(entry => entry.Words.Length == 1 ? [entry] : new[] { entry, new Entry(entry.Term, [string.Concat(entry.Words)]) })
            .GroupBy(entry => entry.Words[0], StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.OrderByDescending(entry => entry.Words.Length).ThenBy(entry => entry.Term.Words, StringComparer.Ordinal).ToArray(),
                StringComparer.Ordinal);

    private sealed record Entry(LexiconTerm Term, string[] Words)
    {
        public bool StandsAt(IReadOnlyList<string> words, int start)
        {
            if (start + Words.Length > words.Count) return false;
            for (var at = 0; at < Words.Length; at++)
            {
                if (!Same(Words[at], words[start + at])) return false;
            }
            return true;
        }
    }
}

/// <summary>A term found in an identifier.</summary>
/// <param name="Term">The term.</param>
/// <param name="Length">How many words of the identifier it covers.</param>
/// <param name="Strict">It is enough by itself, because the term is or because a word for a person stands beside it ("PatientAge").</param>
/// <param name="PersonLevel">It says something about one person.</param>
/// <param name="HoldsNamed">Whether the column holds what the term names ("Phone") or says something about it ("PhoneLength"); null when it may be either.</param>
internal sealed record NameMatch(LexiconTerm Term, int Length, bool Strict, bool PersonLevel, bool? HoldsNamed)
{
    /// <summary>Longer before shorter, strict before contextual.</summary>
    public bool Outranks(NameMatch other) => Length != other.Length ? Length > other.Length : Strict && !other.Strict;
}
