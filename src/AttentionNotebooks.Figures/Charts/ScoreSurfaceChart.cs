using System.Numerics;
using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace AttentionNotebooks;

/// <summary>The scores of one head as a surface over keys and queries; masked scores are holes.</summary>
internal static class ScoreSurfaceChart
{
    /// <summary>Seen on a light and on a dark page; lines in three dimensions know no transparency.</summary>
    private const string GridColour = "#8c8c8c";

    internal static GenericChart Of<T>(LabelledMatrix<T> scores, int? head)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        HeatmapAxis keys = Axis("key", scores.Shape.Rows, scores.RowLabels), queries = Axis("query", scores.Shape.Columns, scores.ColumnLabels);
        Trace surface = new Trace("surface")
            .With("name", scores.Name)
            .With("z", Rows(scores))
            .With("colorscale", "Viridis")
            .With("colorbar", new { title = new { text = "score" }, thickness = 14 })
            .With("hovertemplate", "key %{y}<br>query %{x}<br>score %{z:.4~g}<extra></extra>");
        Scene scene = new Scene()
            .With("xaxis", Lines(TokenAxis.Queries(queries)))
            .With("yaxis", Lines(TokenAxis.Keys(keys)))
            .With("zaxis", Lines(new LinearAxis().With("title", ChartText.Title("score"))))
            .With("camera", new { eye = new { x = 1.6, y = 1.6, z = 1.1 }, center = new { x = 0, y = 0, z = -0.2 } });
        string title = $"{scores.Name} {scores.Symbol}, {scores.Shape}" + (head is null ? "" : $": head {head}");
        return ChartLayout.Chart([surface], ChartLayout.Titled(title, height: 560).With("scene", scene));
    }

    private static HeatmapAxis Axis(string name, int tokens, IReadOnlyList<string>? labels) => new(name, tokens, labels, greatestLength: tokens);

    private static LinearAxis Lines(LinearAxis axis)
    {
        axis.RemoveProperty("automargin");
        return axis.With("showgrid", true).With("gridcolor", GridColour).With("showbackground", false);
    }

    private static double?[][] Rows<T>(LabelledMatrix<T> scores)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. Enumerable.Range(0, scores.Shape.Rows).Select(key => Enumerable.Range(0, scores.Shape.Columns).Select(query => Finite(scores[key, query])).ToArray())];

    private static double? Finite<T>(T score)
        where T : unmanaged, IFloatingPointIeee754<T> => T.IsFinite(score) ? double.CreateChecked(score) : null;
}
