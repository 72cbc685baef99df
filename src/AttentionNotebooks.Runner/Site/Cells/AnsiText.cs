using System.Text.RegularExpressions;

namespace AttentionNotebooks.Runner.Site.Cells;

/// <summary>Text that was meant for a terminal.</summary>
internal static partial class AnsiText
{
    /// <summary>The text without the sequences that colour it or move the cursor.</summary>
    internal static string Strip(string text) => EscapeSequence().Replace(text, "");

    // ECMA-48: control sequences, operating system commands up to BEL or ST, and escapes of two characters.
    [GeneratedRegex(@"\x1B(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1B]*(?:\x07|\x1B\\)?|[@-Z\\^_])")]
    private static partial Regex EscapeSequence();
}
