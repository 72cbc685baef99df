using AttentionNotebooks.Runner.Markup;
using AttentionNotebooks.Runner.Outputs;

namespace AttentionNotebooks.Runner.Site.Cells;

/// <summary>What a cell gave, as HTML.</summary>
internal static class OutputMarkup
{
    /// <summary>One output; <paramref name="label"/> names it for those who do not see it.</summary>
    internal static string Write(Output output, string label)
    {
        return output switch
        {
            StreamOutput { Name: StreamName.Stderr } stream => $"<p class=\"caption\">stderr</p>{Text("stderr", label, stream.Text)}",
            StreamOutput stream => Text("stdout", label, stream.Text),
            DisplayOutput display => DisplayMarkup.Write(display, label),
            ErrorOutput error => WriteError(error, label),
            _ => throw new ArgumentOutOfRangeException(nameof(output), output, "The site has no form for this output."),
        };
    }

    /// <summary>Text as it would stand in a terminal.</summary>
    internal static string Text(string styleClass, string label, string text) =>
        ScrollBox.Preformatted(styleClass, label, HtmlText.Escape(AnsiText.Strip(text)));

    private static string WriteError(ErrorOutput error, string label)
    {
        string line = error.Line is { } number ? $" <span class=\"line\">(line {number})</span>" : "";
        string traceback = error.Traceback.Count > 0 ? Text("traceback", label, string.Join('\n', error.Traceback)) : "";
        return $"""
            <div class="error">
            <p class="message"><strong>{HtmlText.Escape(error.Name)}</strong>: {HtmlText.Escape(AnsiText.Strip(error.Message))}{line}</p>
            {traceback}
            </div>
            """;
    }
}
