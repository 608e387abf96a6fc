namespace ResponsibleAI.Fairness;

/// <summary>Fisher's exact test of a two by two table (Fisher 1935).</summary>
public static class FisherExactTest
{
    // Tables as likely as the one seen count as equally extreme in spite of rounding.
    private const double Equal = 1 + 1e-7;

    /// <summary>
    /// Two-sided p: the chance, were both groups treated alike and the totals given, of a table at most as likely as the one seen.
    /// </summary>
    /// <param name="selected">Selected rows of one group.</param>
    /// <param name="rejected">Its other rows.</param>
    /// <param name="referenceSelected">Selected rows of the other group.</param>
    /// <param name="referenceRejected">Its other rows.</param>
    /// <returns>0 to 1; 1 for an empty table.</returns>
    public static double TwoSided(long selected, long rejected, long referenceSelected, long referenceRejected)
    {
        if (selected < 0 || rejected < 0 || referenceSelected < 0 || referenceRejected < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(selected), "Counts are 0 or more.");
        }

        double group = selected + rejected;
        double other = referenceSelected + referenceRejected;
        double chosen = selected + referenceSelected;

        // Likelihoods relative to the table seen: walk away from it in both directions.
        var total = 1.0;
        var extreme = 1.0;
        Walk(+1);
        Walk(-1);
        return Math.Min(1, extreme / total);

        void Walk(int step)
        {
            var likelihood = 1.0;
            var growing = true;
            for (double x = selected; ; x += step)
            {
                var ratio = step > 0
                    ? (group - x) * (chosen - x) / ((x + 1) * (other - chosen + x + 1))
                    : x * (other - chosen + x) / ((group - x + 1) * (chosen - x + 1));
                likelihood *= ratio;
                growing &= ratio > 1;
                if (!(likelihood > 0) || (!growing && likelihood < 1e-18))
                {
                    return;
                }

                if (double.IsInfinity(likelihood))
                {
                    total = double.PositiveInfinity;
                    return;
                }

                total += likelihood;
                extreme += likelihood <= Equal ? likelihood : 0;
            }
        }
    }
}
