using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>What a heatmap figure shows: its panels on two common axes and one common scale.</summary>
internal sealed class HeatmapData
{
    internal HeatmapData(AttentionMap map, int greatestLength = HeatmapAxis.GreatestLength, HeadOrder order = HeadOrder.Number)
    {
        Keys = new HeatmapAxis("key", map.Keys, map.KeyLabels, greatestLength);
        Queries = new HeatmapAxis("query", map.Queries, map.QueryLabels, greatestLength);
        Panels =
        [
            .. from layer in map.LayerNumbers
               from place in HeadSorting.Sort(map, layer, order)
               select new HeatmapPanelData(map.NameOf(layer, place.Head), Cells(map[layer, place.Head]), Sums(map[layer, place.Head]))
               {
                   Note = place.Note,
               },
        ];
        Greatest = Panels.Max(panel => panel.Strongest.Weight);
    }

    /// <summary>The rows.</summary>
    internal HeatmapAxis Keys { get; }

    /// <summary>The columns.</summary>
    internal HeatmapAxis Queries { get; }

    /// <summary>One panel a head, layer by layer.</summary>
    internal IReadOnlyList<HeatmapPanelData> Panels { get; }

    /// <summary>The greatest weight of all panels: the end of the scale.</summary>
    internal double Greatest { get; }

    /// <summary>Number of cells of one panel.</summary>
    internal int CellsPerPanel => Keys.Length * Queries.Length;

    /// <summary>Number of cells of the figure.</summary>
    internal int CellCount => CellsPerPanel * Panels.Count;

    internal bool IsBinned => Keys.BinSize > 1 || Queries.BinSize > 1;

    /// <summary>The weight of one cell in a line of text, for example <c>key river → query bank: 0.4821</c>.</summary>
    internal string Describe(int key, int query, double weight) =>
        $"{Keys.Described(key)} → {Queries.Described(query)}: {WeightNumber.Exact(weight)}";

    /// <summary>The sum of each column; of the columns in a bin the greatest.</summary>
    private double[] Sums(Matrix<double> weights) =>
        [.. weights.ColumnSums().Chunk(Queries.BinSize).Select(bin => bin.Max())];

    private double[,] Cells(Matrix<double> weights)
    {
        double[,] cells = new double[Keys.Length, Queries.Length];
        for (int query = 0; query < weights.ColumnCount; query++)
        {
            for (int key = 0; key < weights.RowCount; key++)
            {
                ref double cell = ref cells[key / Keys.BinSize, query / Queries.BinSize];
                cell = Math.Max(cell, weights.At(key, query));
            }
        }

        return cells;
    }
}
