namespace AttentionNotebooks;

/// <summary>The one thing that we ask of LINQPad, found by name so that nobody needs to reference it.</summary>
internal static class LinqPad
{
    private static readonly Func<string, object?>? RawHtmlMethod = Type.GetType("LINQPad.Util, LINQPad.Runtime")
        ?.GetMethod("RawHtml", [typeof(string)])
        ?.CreateDelegate<Func<string, object?>>();

    /// <summary>An object that LINQPad shows as this HTML; null outside LINQPad.</summary>
    internal static object? RawHtml(string html) => RawHtmlMethod?.Invoke(html);
}
