namespace ResponsibleAI.Policy.Findings;

/// <summary>Bytes as lower-case hex.</summary>
internal static class Hex
{
    private const string Digits = "0123456789abcdef";

    public static string Of(byte[] bytes)
    {
        var text = new char[bytes.Length * 2];
        for (var at = 0; at < bytes.Length; at++)
        {
            text[2 * at] = Digits[bytes[at] >> 4];
            text[(2 * at) + 1] = Digits[bytes[at] & 15];
        }

        return new string(text);
    }
}
