using System.Text;
using System.Text.RegularExpressions;

namespace AttentionNotebooks.Engine.Tests.Files.Fuzzing;

/// <summary>Breaks the JSON of a header in the ways that a reader must be ready for.</summary>
/// <remarks>One character stands for one byte, so that also what is no UTF-8 can be written.</remarks>
internal sealed partial class HeaderMutator(Random random)
{
    private static readonly string[] Numbers =
    [
        "0", "1", "-1", "2", "3", "4", "8", "16", "2147483647", "2147483648", "4294967296", "4611686018427387904", "9223372036854775807", "9223372036854775808",
        "18446744073709551616", "1e400", "1.5", "0.0", "-0", "1e2", "00", "NaN", "99999999999999999999999999999999999999999999999999", "null", "true", "\"1\"", "[]", "{}",
    ];

    private static readonly string[] Texts =
    [
        "\"\"", "\"__metadata__\"", "\"dtype\"", "\"shape\"", "\"data_offsets\"", "\"F32\"", "\"F64\"", "\"F16\"", "\"BF16\"", "\"BOOL\"", "\"I64\"", "\"F4\"", "\"f32\"", "\"\\ud800\"",
        "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\\u202e\"", "\"\\x\"", "\"a\\\"", "\"\xff\xfe\"", "\"\xc0\x80\"", "\"\xed\xa0\x80\"", "\"\xf0\x9f\x98\x80\"", "\"\n\"", "1", "null", "[]",
        $"\"{new string('x', 300)}\"",
    ];

    private static readonly string[] Signs = ["{", "}", "[", "]", ",", ":", "\"", " ", "\n", "/*", "//", "\xef\xbb\xbf", "\0", "'"];

    public byte[] Mutate(ReadOnlySpan<byte> header)
    {
        string text = Encoding.Latin1.GetString(header);
        return Encoding.Latin1.GetBytes(random.Next(8) switch
        {
            0 or 1 => Replace(text, Number(), _ => Any(Numbers)),
            2 => Replace(text, Number(), number => $"{number}{random.Next(10)}"),
            3 => Replace(text, Text(), _ => random.Next(2) == 0 ? Any(Texts) : Any([.. Text().Matches(text).Select(match => match.Value), "\"\""])),
            4 => Replace(text, Entry(), entry => random.Next(2) == 0 ? $"{entry},{entry}" : ""),
            5 => Replace(text, Value(), Nested),
            6 => Replace(text, Sign(), _ => Any(Signs)),
            _ => Replace(text, Sign(), sign => sign + Any(Signs)),
        });
    }

    private string Nested(string value)
    {
        int depth = random.Next(1, 100);
        (string open, string close) = random.Next(2) == 0 ? ("[", "]") : ("{\"a\":", "}");
        string opened = string.Concat(Enumerable.Repeat(open, depth)) + value;
        return random.Next(2) == 0 ? opened : opened + string.Concat(Enumerable.Repeat(close, depth));
    }

    /// <summary>One match, any of them, by something else.</summary>
    private string Replace(string text, Regex what, Func<string, string> by)
    {
        MatchCollection matches = what.Matches(text);
        if (matches.Count == 0) return text;
        Match match = matches[random.Next(matches.Count)];
        return text[..match.Index] + by(match.Value) + text[(match.Index + match.Length)..];
    }

    private string Any(string[] choices) => choices[random.Next(choices.Length)];

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Text();

    [GeneratedRegex("\"[^\"]*\":(\"[^\"]*\"|\\[[^\\]]*\\]|\\{[^{}]*\\})")]
    private static partial Regex Entry();

    [GeneratedRegex("[0-9]+|\"[^\"]*\"|\\[[^\\]]*\\]|\\{[^{}]*\\}")]
    private static partial Regex Value();

    [GeneratedRegex("[][{},:\"]")]
    private static partial Regex Sign();
}
