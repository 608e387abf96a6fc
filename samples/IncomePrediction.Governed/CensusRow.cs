using Microsoft.ML.Data;
using ResponsibleAI;

namespace IncomePrediction.Governed;

/// <summary>
/// What the training needs of a respondent, and sex, race and age, which only the fairness check reads.
/// Relationship, marital status, native country and sampling weight stay in the file. The first tells the sex ("Wife"), and the
/// other three say nothing about work. Leaving them and race, sex and age out costs three points of accuracy.
/// </summary>
internal sealed class CensusRow
{
    [LoadColumn(0), ProtectedAttribute]
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

/// <summary>What is made of a row before training: the group of ages that is compared.</summary>
internal sealed class CensusGroups
{
    public string AgeGroup { get; set; } = "";

    public static void Fill(CensusRow row, CensusGroups groups) => groups.AgeGroup = row.Age < 40 ? "under 40" : "40 and over";
}
