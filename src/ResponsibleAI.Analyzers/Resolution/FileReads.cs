using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ResponsibleAI.Analyzers.Resolution;

/// <summary>Calls that read a file or an address, or list a folder: those of the platform, also of what an assembly or an app carries, and workbooks, whose packages need not be in sight.</summary>
internal static class FileReads
{
    /// <summary>The path or the reader that the operation reads from; null when it reads none.</summary>
    public static IOperation? Path(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { ContainingType.Name: "File", Name: "ReadAllLines" or "ReadLines" or "ReadAllText" or "ReadAllBytes" or "ReadAllBytesAsync" or "OpenText" or "OpenRead" or "Open" or "ReadAllLinesAsync" or "ReadAllTextAsync" or "ReadLinesAsync" }, Arguments: [var path, ..] } => path.Value,
        IInvocationOperation { TargetMethod: { ContainingType.Name: "Directory", Name: "GetFiles" or "EnumerateFiles" or "GetDirectories" or "EnumerateDirectories" }, Arguments: [var path, ..] } => path.Value,
        IInvocationOperation { TargetMethod: { ContainingType.Name: "HttpClient" or "WebClient", Name: "GetStringAsync" or "GetStreamAsync" or "GetByteArrayAsync" or "GetAsync" or "DownloadString" or "DownloadStringTaskAsync" or "DownloadData" or "DownloadDataTaskAsync" or "OpenRead" or "OpenReadTaskAsync" }, Arguments: [var address, ..] } => address.Value,
        IInvocationOperation { TargetMethod: { ContainingType.Name: "HttpClientJsonExtensions", Name: "GetFromJsonAsync" }, Arguments: [_, var address, ..] } => address.Value,
        IInvocationOperation { TargetMethod: { ContainingType.Name: "Assembly", Name: "GetManifestResourceStream" }, Arguments: [.., var resource] } => resource.Value,
        IInvalidOperation { Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "OpenAppPackageFileAsync" } } } packaged when packaged.ChildOperations.LastOrDefault() is { } name => name,
        IInvocationOperation { TargetMethod: { ContainingType.Name: "XDocument" or "XElement", Name: "Load" or "LoadAsync" } or { ContainingType.Name: "XmlReader", Name: "Create" }, Arguments: [var document, ..] } => document.Value,
        IObjectCreationOperation { Type.Name: "XLWorkbook" or "ExcelPackage", Arguments: [var path, ..] } => OfFile(path.Value),
        IInvalidOperation { Syntax: ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "XLWorkbook" or "ExcelPackage" }, ArgumentList.Arguments.Count: > 0 } } workbook when workbook.ChildOperations.FirstOrDefault() is { } path => OfFile(path),
        IObjectCreationOperation { Type.Name: "StreamReader" or "FileStream" or "TextFieldParser" or "CsvReader" or "ExcelReader" or "CSVDataSource" or "CSVMLDataSet" or "DirectoryInfo", Arguments: [var path, ..] } => path.Value,
        _ => null,
    };

    private static IOperation OfFile(IOperation path) => Expression.Unwrap(path) is IObjectCreationOperation { Type.Name: "FileInfo", Arguments: [var name] } ? name.Value : path;
}
