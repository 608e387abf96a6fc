using ResponsibleAI.Policy.Documents;
using ResponsibleAI.Policy.Findings;
using ResponsibleAI.Policy.Linking;
using ResponsibleAI.Policy.Rules.Conditions;

namespace ResponsibleAI.Policy.Rules;

/// <summary>A document under judgement.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Path">Its file.</param>
/// <param name="Root">Its content.</param>
internal sealed record JudgedDocument(DocumentKind Kind, string Id, string Path, MapNode Root);

/// <summary>What all rules say of all documents.</summary>
/// <param name="Findings">In order of documents and rules; what is wrong with decisions comes last.</param>
/// <param name="Cards">One line per data card and model card, in order of documents.</param>
/// <param name="Off">The rules that did not apply, in order of packs and files.</param>
internal sealed record JudgementResult(IReadOnlyList<Finding> Findings, IReadOnlyList<CardSummary> Cards, IReadOnlyList<RuleOff> Off);

/// <summary>Judges documents by rules. Contradictions and questions are told per rule and entry, silence once per document and key.</summary>
internal sealed class CardJudgement
{
    /// <summary>The id of "a fact that rules wait for is not stated".</summary>
    public const string NotStated = "RAI5000";

    /// <summary>Findings of one rule about one document beyond which a count says enough.</summary>
    private const int MostPerRule = 100;

    private readonly RuleChoice _choice;
    private readonly ChosenRule[][] _rulesByKind;
    private readonly IRegistry _registry;
    private readonly Decisions _decisions;
    private readonly Day _asOf;
    private readonly bool _keepImportedQuiet;
    private readonly List<Finding> _findings = [];
    private readonly Silence _policySilence = new();
    private readonly Action<RuleVerdict> _hear;

    // The document and rule that are being judged.
    private JudgedDocument _document = null!;
    private Evaluation _evaluation = null!;
    private ChosenRule _rule = null!;
    private Silence _silence = null!;
    private readonly Dictionary<ListNode, string[]> _names = [];
    private int _told;
    private int _untold;
    private bool _contradicts;
    private bool _asks;

    private CardJudgement(RuleChoice choice, IRegistry registry, Decisions decisions, Day asOf)
    {
        _choice = choice;
        _registry = registry;
        _decisions = decisions;
        _asOf = asOf;
        _hear = Hear;
        _rulesByKind = [.. new[] { DocumentKind.DataCard, DocumentKind.ModelCard, DocumentKind.Purpose }.Select(kind => choice.Rules.Where(chosen => chosen.Rule.About == kind).ToArray())];
        _keepImportedQuiet = registry.Policy?.Map("silence")?.Text("own-data-only") != "false";
    }

    /// <summary>Judges every document.</summary>
    /// <param name="documents">Data cards, model cards and purposes.</param>
    /// <param name="choice">The rules that apply.</param>
    /// <param name="registry">What references lead to.</param>
    /// <param name="waivers">The entries of waivers.yaml.</param>
    /// <param name="asOf">The date of judgement.</param>
    public static JudgementResult Judge(IEnumerable<JudgedDocument> documents, RuleChoice choice, IRegistry registry, IEnumerable<MapNode> waivers, Day asOf)
    {
        var decisions = new Decisions(waivers, registry.Policy, choice.Rules, asOf);
        var judgement = new CardJudgement(choice, registry, decisions, asOf);
        var cards = new List<CardSummary>();
        foreach (var document in documents)
            if (judgement.Judge(document) is { } summary)
                cards.Add(summary);
        judgement.TellSilence(judgement._policySilence, "policy", isImported: false);
        return new JudgementResult([.. judgement._findings, .. decisions.Finish()], cards, choice.Off);
    }

    private CardSummary? Judge(JudgedDocument judged)
    {
        _document = judged;
        _evaluation = new Evaluation(judged.Root, _registry, _asOf);
        _silence = new Silence();
        _names.Clear();
        int contradictions = 0, questions = 0;
        foreach (var chosen in _rulesByKind[(int)judged.Kind])
        {
            _rule = chosen;
            (_told, _untold, _contradicts, _asks) = (0, 0, false, false);
            chosen.Applied.Judge(_evaluation, _hear);
            contradictions += _contradicts ? 1 : 0;
            questions += _asks ? 1 : 0;
            if (_untold > 0)
                Tell(FindingKind.Violation, chosen.Severity, FormattableString.Invariant($"{chosen.Rule.Title}: {_untold} more entries of {FindingList.Quote(chosen.Rule.ForEach!.Key)} like this"), judged.Root.Span, judged.Id + "/…");
        }

        if (_evaluation.IsExhausted)
        {
            Tell(PolicyRules.Unreadable, FindingKind.NotAssessed, Severity.Error, "It has more entries than rules may read; what lies beyond is not assessed", judged.Root.Span, judged.Id);
            _silence.Clear();
        }

        var notStated = _silence.Count;
        TellSilence(_silence, judged.Id, judged.Root["importedFrom"] is not null);
        return judged.Kind == DocumentKind.Purpose ? null : new CardSummary(judged.Id, judged.Path, contradictions, questions, notStated);
    }

    private void Hear(RuleVerdict verdict)
    {
        switch (verdict.Outcome)
        {
            case Outcome.NotStated when !_document.Root.IsCut:
                foreach (var leaf in verdict.Leaves)
                    (leaf.Key.StartsWith("policy.", StringComparison.Ordinal) ? _policySilence : _silence).Add(leaf, _rule);
                break;
            case Outcome.Fail or Outcome.NeedsReview:
                Contradict(verdict);
                break;
        }
    }

    private void Contradict(RuleVerdict verdict)
    {
        var isQuestion = verdict.Outcome == Outcome.NeedsReview;
        var element = ElementPath(verdict);
        var template = isQuestion ? _rule.Rule.Review! : _rule.Rule.Message!;
        var decision = _decisions.AreAbout(_document.Id, element)
            ? _decisions.Find(_document.Id, element, _rule.Rule, isQuestion, _rule.Applied.Facts(_evaluation))
            : null;
        _contradicts |= !isQuestion || decision is { IsRejected: true };
        _asks |= isQuestion && decision is null;
        if (++_told > MostPerRule)
        {
            _untold++;
            return;
        }

        var message = template.Render(_evaluation);
        var kind = isQuestion && decision is not { IsRejected: true } ? FindingKind.NeedsReview : FindingKind.Violation;
        var severity = decision is null or { IsRejected: true } ? _rule.Severity : Severity.Info;
        Tell(kind, severity, decision is null ? message : $"{message} ({decision.Words})", PlaceOf(verdict), element.Length == 0 ? _document.Id : $"{_document.Id}/{element}");
    }

    private SourceSpan PlaceOf(RuleVerdict verdict)
    {
        if (_rule.Rule.At is { } at)
            return at.Resolve(_evaluation).Place;
        return verdict.Leaves.Count > 0 ? verdict.Leaves[0].Place : verdict.Element?.Span ?? _document.Root.Span;
    }

    /// <summary>Such as columns/zip: the entry's name, numbered only when another one before it has the same.</summary>
    private string ElementPath(RuleVerdict verdict)
    {
        if (_rule.Rule.ForEach is not { } forEach || verdict.Element is null || forEach.Resolve(_evaluation).Node is not ListNode list)
            return "";
        if (!_names.TryGetValue(list, out var known))
            _names.Add(list, known = Names(list));
        return $"{forEach.Key}/{known[verdict.Index]}";
    }

    private static string[] Names(ListNode list)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var named = new string[list.Items.Count];
        for (var i = 0; i < named.Length; i++)
        {
            var name = MessageTemplate.Shown(ElementName.Of(list.Items[i]));
            counts.TryGetValue(name, out var before);
            counts[name] = before + 1;
            named[i] = before == 0 && name.Length > 0 ? name : FormattableString.Invariant($"{name}#{before + 1}");
        }

        return named;
    }

    private void TellSilence(Silence silent, string subject, bool isImported)
    {
        foreach (var fact in silent.Facts)
        {
            var severity = isImported && _keepImportedQuiet && fact.Severity > Severity.Info ? Severity.Info : fact.Severity;
            if (severity != Severity.None)
                Tell(NotStated, FindingKind.Gap, severity, fact.Message, fact.Place, $"{subject}/{fact.Key}");
        }
    }

    private void Tell(FindingKind kind, Severity severity, string message, SourceSpan place, string subject)
    {
        if (severity == Severity.None)
            return;
        _findings.Add(Finding(_rule.Rule.Id, kind, severity, message, place, subject) with
        {
            Fix = _rule.Rule.Fix,
            Citation = string.Join("; ", _rule.Rule.Cites),
        });
    }

    private void Tell(string id, FindingKind kind, Severity severity, string message, SourceSpan place, string subject) =>
        _findings.Add(Finding(id, kind, severity, message, place, subject));

    private Finding Finding(string id, FindingKind kind, Severity severity, string message, SourceSpan place, string subject) =>
        new(id, kind, severity, message, place == _document.Root.Span && _document.Root["id"] is { } name ? name.Span : place)
        {
            Subject = subject,
        };
}
