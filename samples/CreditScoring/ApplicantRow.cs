using Microsoft.ML.Data;
using ResponsibleAI;

namespace CreditScoring;

/// <summary>
/// What the training needs of an application, and age and personal status, which only the fairness check and the weights read.
/// Foreign worker, telephone, job, dependents, residence and the purpose of the credit stay in the file.
/// </summary>
internal sealed class ApplicantRow
{
    [LoadColumn(0)]
    public string Status { get; set; } = "";

    [LoadColumn(1)]
    public float Month { get; set; }

    [LoadColumn(2)]
    public string CreditHistory { get; set; } = "";

    [LoadColumn(4)]
    public float CreditAmount { get; set; }

    [LoadColumn(5)]
    public string Savings { get; set; } = "";

    [LoadColumn(6)]
    public string Employment { get; set; } = "";

    [LoadColumn(7)]
    public float InvestmentAsIncomePercentage { get; set; }

    /// <summary>A92 and A95 are women; the rest of the code is the marital status.</summary>
    [LoadColumn(8), ProtectedAttribute]
    public string PersonalStatus { get; set; } = "";

    [LoadColumn(9)]
    public string OtherDebtors { get; set; } = "";

    [LoadColumn(11)]
    public string Property { get; set; } = "";

    [LoadColumn(12), ProtectedAttribute]
    public float Age { get; set; }

    [LoadColumn(13)]
    public string InstallmentPlans { get; set; } = "";

    [LoadColumn(14)]
    public string Housing { get; set; } = "";

    [LoadColumn(15)]
    public float NumberOfCredits { get; set; }

    /// <summary>1 turned out well, 2 badly.</summary>
    [LoadColumn(20)]
    public string Credit { get; set; } = "";
}

/// <summary>What is made of a row before training: the groups that are compared, and the label.</summary>
internal sealed class ApplicantGroups
{
    public string Sex { get; set; } = "";

    public string AgeGroup { get; set; } = "";

    public bool Label { get; set; }

    public static void Fill(ApplicantRow row, ApplicantGroups groups)
    {
        groups.Sex = row.PersonalStatus is "A92" or "A95" ? "female" : "male";
        groups.AgeGroup = row.Age <= 25 ? "up to 25" : "over 25";
        groups.Label = row.Credit == "1";
    }
}
