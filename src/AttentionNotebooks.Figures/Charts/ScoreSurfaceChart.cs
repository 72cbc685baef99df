using System.Numerics;
using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace AttentionNotebooks;

/// <summary>The scores of one head as a surface over keys and queries; masked scores are holes.</summary>
internal static class ScoreSurfaceChart
{
    /// <summary>Seen on a light and on a dark page; lines in three dimensions know no transparency.</summary>
    private const string GridColour = "#8c8c8c";

    /// <summary>No more than a telephone is wide: what is drawn is as large as the smaller side, and what sticks out sideways would be cut.</summary>
    private const int SceneHeight = 380;

    internal static GenericChart Of<T>(LabelledMatrix<T> scores, int? head)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        HeatmapAxis keys = new("key", scores.Shape.Rows, scores.RowLabels), queries = new("query", scores.Shape.Columns, scores.ColumnLabels);
        Trace surface = new Trace("surface")
            .With("name", scores.Name)
            .With("x", TokenAxis.Places(queries))
            .With("y", TokenAxis.Places(keys))
            .With("z", Cells(scores, keys, queries))
            .With("colorscale", "Viridis")
            .With("colorbar", ChartLayout.Scale("score"))
            .With("hovertemplate", "key %{y}<br>query %{x}<br>score %{z:.4~g}<extra></extra>");
        // The heights are named by the scale alone: on a telephone the name of this axis would be cut.
        Scene scene = new Scene()
            .With("xaxis", Lines(TokenAxis.Queries(queries)))
            .With("yaxis", Lines(TokenAxis.Keys(keys)))
            .With("zaxis", Lines(new LinearAxis().With("title", ChartText.Title(""))))
            .With("camera", new { eye = new { x = 1.9, y = 1.9, z = 1.3 }, center = new { x = 0, y = 0, z = -0.15 } });
        string title = $"{scores.Name} {scores.Symbol}, {scores.Shape}" + (head is null ? "" : $": head {head}");
        string[] notices = [.. Notices(keys, queries)];
        Layout layout = ChartLayout.Titled(title, SceneHeight, ChartLayout.ScaleHeight + ChartLayout.NoticesHeight(notices));
        return ChartLayout.Chart([surface], layout.With("scene", scene).With("annotations", ChartLayout.Notices(notices, ChartLayout.ScaleHeight)));
    }

    private static IEnumerable<string> Notices(HeatmapAxis keys, HeatmapAxis queries)
    {
        if (keys.BinSize > 1 || queries.BinSize > 1) yield return $"Each point is the greatest score of {keys.BinSize} keys × {queries.BinSize} queries, {keys.Tokens} × {queries.Tokens} in all.";
    }

    private static LinearAxis Lines(LinearAxis axis)
    {
        axis.RemoveProperty("automargin");
        return axis.With("showgrid", true).With("gridcolor", GridColour).With("showbackground", false);
    }

    /// <summary>The greatest finite score of each bin; null where all are masked.</summary>
    private static double?[][] Cells<T>(LabelledMatrix<T> scores, HeatmapAxis keys, HeatmapAxis queries)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double?[][] cells = [.. Enumerable.Range(0, keys.Length).Select(_ => new double?[queries.Length])];
        for (int query = 0; query < queries.Tokens; query++)
        {
            for (int key = 0; key < keys.Tokens; key++)
            {
                T score = scores[key, query];
                ref double? cell = ref cells[key / keys.BinSize][query / queries.BinSize];
                if (T.IsFinite(score) && !(double.CreateChecked(score) <= cell)) cell = double.CreateChecked(score);
            }
        }

        return cells;
    }
}
