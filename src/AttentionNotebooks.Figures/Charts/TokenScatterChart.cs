using System.Globalization;
using System.Numerics;
using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace AttentionNotebooks;

/// <summary>The vectors of the tokens before and after attention, each side along its own two principal axes.</summary>
internal static class TokenScatterChart
{
    /// <summary>More tokens than this are named on hover only.</summary>
    private const int GreatestNamed = 60;

    internal static GenericChart Of<T>(LabelledMatrix<T> before, LabelledMatrix<T> after)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Layout layout = ChartLayout.Titled("Token vectors before and after attention,<br>each projected on its own 2 principal axes (share of the variance)", height: 500);
        return ChartLayout.Chart([Panel(before, "", layout, [0, 0.44]), Panel(after, "2", layout, [0.56, 1])], layout.With("annotations", new[]
        {
            ChartLayout.Note(Caption("before", before), 0, 1, "left", "bottom"), ChartLayout.Note(Caption("after", after), 0.56, 1, "left", "bottom"),
        }));
    }

    private static Trace Panel<T>(LabelledMatrix<T> vectors, string suffix, Layout layout, double[] domain)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        PrincipalAxes axes = new(vectors.Values.Map(static value => double.CreateChecked(value)));
        layout.With("xaxis" + suffix, Axis(axes, 0).With("domain", domain).With("anchor", "y" + suffix));
        layout.With("yaxis" + suffix, Axis(axes, 1).With("anchor", "x" + suffix));
        string[] tokens = [.. Enumerable.Range(0, vectors.Shape.Columns).Select(token => vectors.ColumnLabels is { } labels ? ChartText.OfToken(labels[token]) : $"{token}")];
        return new Trace("scatter")
            .With("name", vectors.Name)
            .With("mode", tokens.Length > GreatestNamed ? "markers" : "markers+text")
            .With("x", axes.Along(0))
            .With("y", axes.Along(1))
            .With("xaxis", "x" + suffix)
            .With("yaxis", "y" + suffix)
            .With("text", tokens)
            .With("textposition", "top center")
            .With("cliponaxis", false)
            .With("marker", new { size = 9, color = "#1f77d0" })
            .With("hovertemplate", "token %{pointNumber} %{text}<br>%{x:.4~g}, %{y:.4~g}<extra></extra>");
    }

    private static LinearAxis Axis(PrincipalAxes axes, int axis) =>
        new LinearAxis()
            .With("title", ChartText.Title(string.Create(CultureInfo.InvariantCulture, $"axis {axis + 1} ({100 * axes.Share(axis):0.#} %)")))
            .With("automargin", true)
            .With("gridcolor", ChartLayout.Line)
            .With("zerolinecolor", ChartLayout.Line);

    private static string Caption<T>(string when, LabelledMatrix<T> vectors)
        where T : unmanaged, IFloatingPointIeee754<T> => $"{when}: {vectors.Name} {vectors.Symbol}, {vectors.Shape}";
}
