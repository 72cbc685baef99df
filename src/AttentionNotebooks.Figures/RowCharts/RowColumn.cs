using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>One column of a row chart.</summary>
/// <param name="heading">What it shows.</param>
/// <param name="scale">How to read it; empty where its numbers are printed.</param>
/// <param name="width">The room that its rows take.</param>
internal abstract class RowColumn(string heading, string scale, double width)
{
    /// <summary>What the column shows.</summary>
    internal string Heading { get; } = heading;

    /// <summary>How long a bar is, in a second line below the heading.</summary>
    internal string Scale { get; } = scale;

    internal double Width { get; } = Math.Max(width, Math.Max(PixelWidth.Of(heading, RowChart.FontSize), PixelWidth.Of(scale, RowChart.SmallFontSize)));

    /// <summary>The column in one row, from its left edge; the row is <see cref="RowChart.RowHeight"/> high.</summary>
    internal abstract IEnumerable<XElement> Draw(int row);
}
