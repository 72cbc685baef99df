using System.Globalization;
using System.Numerics;
using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace AttentionNotebooks;

/// <summary>The vectors of the tokens before and after attention, each side along its own two principal axes.</summary>
internal static class TokenScatterChart
{
    private const int PlotHeight = 330;
    private const int Between = 124;
    private const int CaptionHeight = 56;
    private const int AxisHeight = 40;

    internal static GenericChart Of<T>(LabelledMatrix<T> before, LabelledMatrix<T> after)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        const double Share = PlotHeight / (2.0 * PlotHeight + Between);
        Layout layout = ChartLayout.Titled("Token vectors before and after attention", (2 * PlotHeight) + Between + AxisHeight, CaptionHeight);
        (Trace first, Annotation firstNote) = Panel("before", before, "", layout, [1 - Share, 1]);
        (Trace second, Annotation secondNote) = Panel("after", after, "2", layout, [0, Share]);
        return ChartLayout.Chart([first, second], layout.With("annotations", new[] { firstNote, secondNote }));
    }

    private static (Trace Points, Annotation Note) Panel<T>(string when, LabelledMatrix<T> vectors, string suffix, Layout layout, double[] domain)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        PrincipalAxes axes = new(vectors.Values.Map(static value => double.CreateChecked(value)));
        layout.With("xaxis" + suffix, Axis(axes, 0).With("anchor", "y" + suffix));
        layout.With("yaxis" + suffix, Axis(axes, 1).With("domain", domain).With("anchor", "x" + suffix));
        string[] tokens = [.. Enumerable.Range(0, vectors.Shape.Columns).Select(token => vectors.ColumnLabels is { } labels ? TokenText.Shorten(labels[token]) : $"{token}")];
        PointLabels places = new(axes.Along(0), axes.Along(1), tokens);
        Trace points = new Trace("scatter")
            .With("name", vectors.Name)
            .With("mode", "markers+text")
            .With("x", axes.Along(0))
            .With("y", axes.Along(1))
            .With("xaxis", "x" + suffix)
            .With("yaxis", "y" + suffix)
            .With("text", tokens.Select((token, index) => places.IsShown(index) ? Escape(token) : "").ToArray())
            .With("hovertext", tokens.Select(Escape).ToArray())
            .With("textposition", places.Positions)
            .With("cliponaxis", false)
            .With("marker", new { size = 9, color = "#1f77d0" })
            .With("hovertemplate", "token %{pointNumber} %{hovertext}<br>%{x:.4~g}, %{y:.4~g}<extra></extra>");
        string caption = Caption(when, vectors) + (places.HasHidden ? "<br>Names that would cover others are told on hover." : "");
        return (points, ChartLayout.Note(caption, 0, domain[1]).With("yshift", 14));
    }

    private static string Escape(string token) => ChartText.Escape(TokenText.Isolate(token));

    private static LinearAxis Axis(PrincipalAxes axes, int axis) =>
        new LinearAxis()
            .With("title", ChartText.Title(string.Create(CultureInfo.InvariantCulture, $"axis {axis + 1} ({100 * axes.Share(axis):0.#} % of the variance)")))
            .With("range", Range(axes.Along(axis)))
            .With("automargin", true)
            .With("gridcolor", ChartLayout.Line)
            .With("zerolinecolor", ChartLayout.Line);

    /// <summary>With room for the names around the outer points.</summary>
    private static double[] Range(double[] places)
    {
        double least = places.Min(), greatest = places.Max(), room = greatest > least ? 0.15 * (greatest - least) : 1;
        return [least - room, greatest + room];
    }

    private static string Caption<T>(string when, LabelledMatrix<T> vectors)
        where T : unmanaged, IFloatingPointIeee754<T> => $"{when}: {vectors.Name} {vectors.Symbol}, {vectors.Shape}, on its own 2 principal axes";
}
