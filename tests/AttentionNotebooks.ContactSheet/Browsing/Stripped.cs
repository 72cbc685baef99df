using System.Text.RegularExpressions;

namespace AttentionNotebooks.ContactSheet.Browsing;

/// <summary>What is left of a figure on a site that allows neither styles nor scripts.</summary>
internal static partial class Stripped
{
    internal static string Of(string html) => StyleAttribute().Replace(StyleOrScript().Replace(html, ""), "");

    [GeneratedRegex("<(style|script)\\b.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex StyleOrScript();

    /// <summary>In our figures a less-than sign always begins a tag, and values stand in double quotes.</summary>
    [GeneratedRegex("(?<=<[^<>]*) style=\"[^\"]*\"")]
    private static partial Regex StyleAttribute();
}
