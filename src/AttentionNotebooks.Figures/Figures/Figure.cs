using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>A picture: self-contained HTML that can be read without scripts and fetches nothing, and the same as text.</summary>
public abstract class Figure : Displayable
{
    private protected Figure()
    {
    }

    /// <inheritdoc/>
    public override string ToHtml() => Html.Render(Complete());

    /// <summary>Writes the figure as an HTML page of its own.</summary>
    /// <param name="path">The file; replaced at once, never half-written.</param>
    public void SaveHtml(string path) => AtomicFile.WriteAllText(path, "<!DOCTYPE html>\n" + Html.Render(Page.Of(Complete(), Title)));

    /// <summary>True where the script that all figures share adds something.</summary>
    internal virtual bool UsesScript => false;

    /// <summary>What the figure shows, in words; the caption and the page's title.</summary>
    internal abstract string Title { get; }

    /// <summary>The figure as one element.</summary>
    internal abstract XElement Draw();

    private XElement Complete()
    {
        XElement figure = Draw();
        if (PaperStyle.Concerns(figure)) figure.Add(PaperStyle.Element());
        if (UsesScript) figure.Add(FigureScript.Element());
        return figure;
    }
}
