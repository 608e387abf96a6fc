using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ResponsibleAI.Analyzers.Resolution;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Lineage;

/// <summary>Uploads for fine-tuning that are posted without a client of the service: a form whose purpose is "fine-tune". The post is the training call, and what stands in the form is trained on.</summary>
internal static class TuningUploads
{
    /// <summary>What is trained, as messages name it.</summary>
    public const string Trained = "a language model";

    private const string Purpose = "fine-tune";

    private static readonly string[] s_posts = ["PostAsync", "SendAsync"];

    private static readonly ApiMember s_post = new() { Type = Trained, Member = "PostAsync", Role = Apis.ApiRole.TrainingCall, Parameters = [new ApiParameter("values", "content")] };

    /// <summary>The names of the calls, and the type of the form, without which no file has one.</summary>
    public static IEnumerable<string> Words => ["MultipartFormDataContent"];

    /// <summary>Whether the method has the name of such a call.</summary>
    public static bool MayBe(IMethodSymbol method) => Array.IndexOf(s_posts, method.Name) >= 0;

    public static bool IsOne(ApiMember member) => member.Type == Trained;

    /// <summary>What the call does when it posts such a form; else null.</summary>
    public static ApiMember? Training(IInvocationOperation call, Definitions definitions, CancellationToken cancellation) =>
        call is { TargetMethod: { Name: "PostAsync", ContainingType.Name: "HttpClient" }, Arguments: [_, var content, ..] } && Expression.Unwrap(content.Value) is { Type.Name: "MultipartFormDataContent" } form
            && Parts(new Expression(form, null), definitions, cancellation).Any(static part => part is IObjectCreationOperation { Type.Name: "StringContent", Arguments: [{ Value.ConstantValue: { HasValue: true, Value: Purpose } }, ..] })
            ? s_post : null;

    private static IEnumerable<IOperation> Parts(Expression form, Definitions definitions, CancellationToken cancellation) =>
        Contents.Of(form, definitions.Code, cancellation)
            .Concat((definitions.Of(form, cancellation)?.Values ?? []).SelectMany(static made => made.Operation is IObjectCreationOperation creation ? Contents.Of(creation).Select(made.With) : []))
            .SelectMany(part => (IEnumerable<Expression>)[part.Unwrapped, .. definitions.Of(part.Unwrapped, cancellation)?.Values ?? []])
            .Select(static part => part.Operation);
}
