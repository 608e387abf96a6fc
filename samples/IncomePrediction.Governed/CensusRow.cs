using Microsoft.ML.Data;
using ResponsibleAI;

namespace IncomePrediction.Governed;

/// <summary>
/// What the training needs of a respondent, and sex and race, which only the fairness check reads.
/// Relationship, marital status, native country and sampling weight stay in the file. The first tells the sex ("Wife"), and the
/// other three say nothing about work. Leaving them and race and sex out costs two and a half points of accuracy.
/// </summary>
internal sealed class CensusRow
{
    [LoadColumn(0)]
    public float Age { get; set; }

    [LoadColumn(1)]
    public string Workclass { get; set; } = "";

    [LoadColumn(4)]
    public float EducationNum { get; set; }

    [LoadColumn(6)]
    public string Occupation { get; set; } = "";

    [LoadColumn(8), ProtectedAttribute]
    public string Race { get; set; } = "";

    [LoadColumn(9), ProtectedAttribute]
    public string Sex { get; set; } = "";

    [LoadColumn(10)]
    public float CapitalGain { get; set; }

    [LoadColumn(11)]
    public float CapitalLoss { get; set; }

    [LoadColumn(12)]
    public float HoursPerWeek { get; set; }

    [LoadColumn(14)]
    public string SalaryClass { get; set; } = "";
}
