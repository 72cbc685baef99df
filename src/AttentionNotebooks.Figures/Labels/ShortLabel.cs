using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>A label as it is shown: everything in it visible, and cut where it would take too much room.</summary>
internal sealed class ShortLabel
{
    /// <summary>
    /// The longest character, as a person counts them, that is shown whole. Emoji of a family or a flag are shorter;
    /// what is longer is a pile of marks that would cover its neighbours.
    /// </summary>
    private const int LongestElement = 16;

    private const int ElementWhenCut = 4;

    private ShortLabel(string shown, string? full)
    {
        Shown = shown;
        Full = full;
    }

    /// <summary>The text to show.</summary>
    internal string Shown { get; }

    /// <summary>The whole text where <see cref="Shown"/> is a part of it; null where it is all.</summary>
    internal string? Full { get; }

    /// <summary>A label that takes no more than so many columns of a terminal.</summary>
    internal static ShortLabel Of(string label, int width)
    {
        StringBuilder shown = new();
        bool cut = false;
        int taken = 0;
        for (int start = 0; start < label.Length;)
        {
            int length = StringInfo.GetNextTextElementLength(label, start);
            int wide = TextWidth.OfElement(label.AsSpan(start, length));
            bool isLast = start + length == label.Length;
            if (taken + wide > (isLast ? width : width - 1))
            {
                cut = true;
                shown.Append('…');
                break;
            }

            bool pile = length > LongestElement;
            cut |= pile;
            shown.Append(label, start, pile ? ElementWhenCut : length);
            taken += wide;
            start += length;
        }

        return new ShortLabel(VisibleText.Of(shown.ToString()), cut ? VisibleText.Of(label) : null);
    }

    /// <summary>The label as HTML: it keeps its own writing direction, and the whole text is its title.</summary>
    internal XElement ToElement() => Html.Element("bdi", Html.Attribute("title", Full), Shown.Length == 0 ? "(empty)" : Shown);
}
