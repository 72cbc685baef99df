using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>What a heatmap figure shows: its panels on two common axes and one common scale.</summary>
internal sealed class HeatmapData
{
    internal HeatmapData(AttentionMap map, int? greatestLength = null, HeadOrder order = HeadOrder.Number)
        : this(map, map.Caption, (layer, head) => map[layer, head], "weights", greatestLength ?? Side(map), order)
    {
        Notes = map.Notes;
    }

    private HeatmapData(
        AttentionMap map, Func<int, int, string> caption, Func<int, int, Matrix<double>> values, string noun, int greatestLength, HeadOrder order)
    {
        GreatestLength = greatestLength;
        Keys = new HeatmapAxis("key", map.Keys, map.KeyLabels, greatestLength);
        Queries = new HeatmapAxis("query", map.Queries, map.QueryLabels, greatestLength);
        Panels =
        [
            .. from layer in map.LayerNumbers
               from place in HeadSorting.Sort(map, layer, order)
               let weights = values(layer, place.Head)
               select new HeatmapPanelData(caption(layer, place.Head), Cells(weights), Sums(weights)) { Note = place.Note },
        ];
        Greatest = Panels.Max(panel => Math.Abs(panel.Strongest.Weight));
        HasNegative = Panels.Any(panel => panel.Cells.Cast<double>().Any(cell => cell < 0));
        Noun = noun;
    }

    /// <summary>The most cells along an axis.</summary>
    internal int GreatestLength { get; }

    /// <summary>The rows.</summary>
    internal HeatmapAxis Keys { get; }

    /// <summary>The columns.</summary>
    internal HeatmapAxis Queries { get; }

    /// <summary>One panel a head, layer by layer.</summary>
    internal IReadOnlyList<HeatmapPanelData> Panels { get; }

    /// <summary>The greatest magnitude of all panels: the end of the scale.</summary>
    internal double Greatest { get; }

    internal bool HasNegative { get; }

    /// <summary>What the cells are, <c>weights</c> or <c>changes</c>.</summary>
    internal string Noun { get; }

    /// <summary>More cells than this become images, which have no tooltips.</summary>
    internal int GreatestTitled { get; init; } = HeatmapPanel.GreatestTitledCells;

    /// <summary>How the map was made from others.</summary>
    internal IReadOnlyList<string> Notes { get; private init; } = [];

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

    /// <summary>The changes from one map to another.</summary>
    internal static HeatmapData Of(AttentionDifference difference, int? greatestLength = null) =>
        new(difference.First, difference.Caption, (layer, head) => difference[layer, head], "changes", greatestLength ?? Side(difference.First), HeadOrder.Number)
        {
            Notes = [.. DifferenceNotes.Of(difference)],
        };

    private static int Side(AttentionMap map) => RasterBudget.Side(map.LayerNumbers.Count * map.HeadNumbers.Count);

    private double[,] Cells(Matrix<double> weights)
    {
        double[,] cells = new double[Keys.Length, Queries.Length];
        for (int query = 0; query < weights.ColumnCount; query++)
        {
            for (int key = 0; key < weights.RowCount; key++)
            {
                ref double cell = ref cells[key / Keys.BinSize, query / Queries.BinSize];
                double weight = weights.At(key, query);
                if (Math.Abs(weight) > Math.Abs(cell)) cell = weight;
            }
        }

        return cells;
    }
}
