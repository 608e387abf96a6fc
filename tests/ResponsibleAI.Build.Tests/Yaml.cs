namespace ResponsibleAI.Build.Tests;

/// <summary>The smallest policy and cards that say what a test needs.</summary>
internal static class Yaml
{
    public const string Policy = """
        schema: rai/policy/1
        packs:
          - { use: copyright }

        """;

    /// <summary>A card that contradicts nothing.</summary>
    public const string GoodCard = """
        schema: rai/datacard/1
        id: adult
        license: CC-BY-4.0

        """;

    /// <summary>A card that says it has no license: copyright/license-missing, RAI5101, an error of the pack, on line 3.</summary>
    public const string BadCard = """
        schema: rai/datacard/1
        id: scraped
        license: NONE

        """;

    public static Consumer WithPolicy(this Consumer consumer) => consumer.Write("rai/policy.yaml", Policy);

    public static Consumer WithGoodCard(this Consumer consumer) => consumer.Write("rai/cards/adult.datacard.yaml", GoodCard);

    public static Consumer WithBadCard(this Consumer consumer) => consumer.Write("rai/cards/scraped.datacard.yaml", BadCard);
}
