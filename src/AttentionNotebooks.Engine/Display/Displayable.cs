namespace AttentionNotebooks;

/// <summary>Something that shows itself in whatever host it is the last line of a cell of.</summary>
/// <remarks>
/// Hosts find the forms by name: .NET Interactive by the attribute below, Verso by <see cref="ToHtml"/>, LINQPad by <see cref="ToDump"/>,
/// a console by <see cref="ToString"/>. None of them needs to be referenced, and none needs our extension to have run.
/// </remarks>
[TypeFormatterSource(typeof(DisplayableFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public abstract class Displayable
{
    /// <summary>This as self-contained HTML: no script is needed to read it, and nothing is fetched.</summary>
    /// <returns>One HTML element; every label in it is escaped.</returns>
    public abstract string ToHtml();

    /// <summary>This as text for a terminal.</summary>
    /// <returns>Lines of aligned columns.</returns>
    public abstract override string ToString();

    /// <summary>What LINQPad shows for this: the HTML where LINQPad runs us, the text elsewhere.</summary>
    /// <returns>An object that LINQPad renders.</returns>
    public object ToDump() => LinqPad.RawHtml(ToHtml()) ?? ToString();
}
