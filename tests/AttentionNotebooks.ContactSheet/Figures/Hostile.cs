namespace AttentionNotebooks.ContactSheet.Figures;

/// <summary>Tokens that would run, or break the layout, where text is taken for markup.</summary>
internal static class Hostile
{
    /// <summary>The property of the window that these tokens set where they run.</summary>
    internal const string Flag = "attentionNotebooksWasRun";

    internal static readonly string[] Tokens =
    [
        $"<script>window.{Flag}=1</script>",
        $"\"><img src=x onerror=window.{Flag}=1>",
        $"' onmouseover='window.{Flag}=1",
        $"</title></svg><svg onload=window.{Flag}=1>",
        $"<a href='javascript:window.{Flag}=1'>",
        "&amp;&lt;",
        "$\\frac{1}{2}$",
        "%{x}",
        "שלום עולם",
        "👨‍👩‍👧‍👦 family",
        "Z" + new string('\u0301', 300) + "algo",
        "a\0b\r\nc\u001B[31m",
        "\u202Eevil",
        "\uD800 alone",
        new string('x', 10_000),
        "",
    ];
}
