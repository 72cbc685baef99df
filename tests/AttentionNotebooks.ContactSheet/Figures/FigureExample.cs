using AttentionNotebooks.ContactSheet.Browsing;

namespace AttentionNotebooks.ContactSheet.Figures;

/// <summary>A picture with a name.</summary>
/// <param name="name">In lower case with hyphens: the name of its files.</param>
/// <param name="draw">Gives the HTML; called once, when it is needed.</param>
internal sealed class FigureExample(string name, Func<string> draw)
{
    private readonly Lazy<string> html = new(draw);

    internal FigureExample(string name, Func<Displayable> make)
        : this(name, () => make().ToHtml())
    {
    }

    internal string Name => name;

    internal string Html => html.Value;

    /// <summary>The same without styles and scripts.</summary>
    internal FigureExample WithoutStyles() => new(name, () => Stripped.Of(Html));

    public override string ToString() => name;
}
