using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Attention weights of layers × heads × keys × queries with the labels of the tokens: what every picture takes.</summary>
/// <remarks>
/// In each matrix row i is the key and column j the query. Layers and heads keep their numbers, counted from 0, when a part is taken.
/// Immutable as long as nobody writes into its matrices; safe to read from many threads.
/// </remarks>
public sealed partial class AttentionMap : EngineResult
{
    /// <summary>What a head is called that belongs to no layer: a number would say what is not so.</summary>
    private const string OneHead = "one head";

    private readonly Matrix<double>[][] weights;

    /// <summary>A map from weights, wherever they came from.</summary>
    /// <param name="weights">Layers, in each the heads, in each A′, n_k×n_q; all of one shape; finite. Not copied.</param>
    /// <param name="keyLabels">One label a key, or null.</param>
    /// <param name="queryLabels">One label a query, or null: in self-attention, the same as the keys.</param>
    /// <exception cref="ArgumentException">There is no layer or no head, the shapes or numbers of heads differ, a label is missing, or a weight is not finite.</exception>
    public AttentionMap(
        IReadOnlyList<IReadOnlyList<Matrix<double>>> weights, IReadOnlyList<string>? keyLabels = null, IReadOnlyList<string>? queryLabels = null)
        : this(ToArrays(weights), keyLabels, queryLabels ?? LabelsOfSelfAttention(weights[0][0], keyLabels), Count(weights.Count), Count(weights[0].Count))
    {
        foreach (Matrix<double> head in this.weights.SelectMany(layer => layer))
        {
            Check.FiniteAndNotEmpty(head, nameof(weights));
            if (Shape.Of(head) != HeadShape)
                throw new ArgumentException($"weights must all have one shape: the first head is {HeadShape}, another is {Shape.Of(head)}.", nameof(weights));
        }
    }

    private AttentionMap(
        Matrix<double>[][] weights, IReadOnlyList<string>? keyLabels, IReadOnlyList<string>? queryLabels, IReadOnlyList<int> layerNumbers, IReadOnlyList<int> headNumbers)
    {
        this.weights = weights;
        LayerNumbers = layerNumbers;
        HeadNumbers = headNumbers;
        KeyLabels = keyLabels;
        QueryLabels = queryLabels;
        Check.LabelCount(keyLabels, nameof(keyLabels), HeadShape.Rows, "keys");
        Check.LabelCount(queryLabels, nameof(queryLabels), HeadShape.Columns, "queries");
    }

    /// <summary>The numbers of the layers in this map, counted from 0 in the model.</summary>
    public IReadOnlyList<int> LayerNumbers { get; }

    /// <summary>The numbers of the heads in this map, counted from 0 in their layer.</summary>
    public IReadOnlyList<int> HeadNumbers { get; }

    /// <summary>Number of keys, the rows of each matrix.</summary>
    public int Keys => HeadShape.Rows;

    /// <summary>Number of queries, the columns of each matrix.</summary>
    public int Queries => HeadShape.Columns;

    /// <summary>One label a key, or null.</summary>
    public IReadOnlyList<string>? KeyLabels { get; }

    /// <summary>One label a query, or null.</summary>
    public IReadOnlyList<string>? QueryLabels { get; }

    /// <summary>How these weights were made from others, one sentence a step; empty for weights as they came.</summary>
    public IReadOnlyList<string> Notes { get; private init; } = [];

    /// <summary>What stands in the place of the heads, for example <c>rollout</c>; null where they are heads.</summary>
    internal string? CombinedAs { get; private init; }

    /// <summary>All weights: layers, in each the heads.</summary>
    internal IReadOnlyList<IReadOnlyList<Matrix<double>>> Weights => weights;

    /// <summary>All four numbers in words.</summary>
    internal string Size => $"{LayerNumbers.Count} layers × {HeadNumbers.Count} heads × {Keys} keys × {Queries} queries";

    internal string Description => $"Attention map: {Size}";

    private Shape HeadShape => Shape.Of(weights[0][0]);

    /// <summary>The weights of one head.</summary>
    /// <param name="layer">Number of the layer, as in <see cref="LayerNumbers"/>.</param>
    /// <param name="head">Number of the head, as in <see cref="HeadNumbers"/>.</param>
    /// <returns>A′, n_k×n_q.</returns>
    /// <exception cref="ArgumentOutOfRangeException">This map has no such layer or head.</exception>
    public Matrix<double> this[int layer, int head] => weights[Place(LayerNumbers, layer, nameof(layer))][Place(HeadNumbers, head, nameof(head))];

    /// <summary>A map of one head.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="weights">A′, n_k×n_q; row i is the key, column j the query; finite.</param>
    /// <param name="keyLabels">One label a key, or null.</param>
    /// <param name="queryLabels">One label a query, or null: in self-attention, the same as the keys.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The matrix is empty, a weight is not finite, or a label is missing.</exception>
    public static AttentionMap Of<T>(Matrix<T> weights, IReadOnlyList<string>? keyLabels = null, IReadOnlyList<string>? queryLabels = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(weights);
        Check.FiniteAndNotEmpty(weights);
        Matrix<double> head = ToDouble(weights);
        return new AttentionMap([[head]], keyLabels, queryLabels ?? LabelsOfSelfAttention(head, keyLabels), [0], [0]) { CombinedAs = OneHead };
    }

    /// <summary>One layer of this map.</summary>
    /// <param name="number">Number of the layer, as in <see cref="LayerNumbers"/>.</param>
    /// <returns>The layer with all its heads; it keeps its number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">This map has no such layer.</exception>
    public AttentionMap Layer(int number) =>
        Derive([weights[Place(LayerNumbers, number, nameof(number))]], KeyLabels, QueryLabels, [number], HeadNumbers, CombinedAs);

    /// <summary>One head of this map, in every layer.</summary>
    /// <param name="number">Number of the head, as in <see cref="HeadNumbers"/>.</param>
    /// <returns>The head; it keeps its number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">This map has no such head.</exception>
    public AttentionMap Head(int number)
    {
        int place = Place(HeadNumbers, number, nameof(number));
        return Derive([.. weights.Select(layer => new[] { layer[place] })], KeyLabels, QueryLabels, LayerNumbers, [number], CombinedAs);
    }

    /// <summary>One matrix in a caption: <c>head 3</c>, <c>layer 2, head 3</c>, <c>layer 2, rollout</c>.</summary>
    internal string Caption(int layer, int head)
    {
        bool namesLayer = LayerNumbers.Count > 1 || layer != 0;
        return $"{(namesLayer ? $"layer {layer}, " : "")}{CombinedAs ?? $"head {head}"}";
    }

    /// <summary>A part of every head; layers and heads keep their numbers.</summary>
    internal AttentionMap Part(Func<Matrix<double>, Matrix<double>> part, IReadOnlyList<string>? keyLabels, IReadOnlyList<string>? queryLabels) =>
        new([.. weights.Select(layer => layer.Select(part).ToArray())], keyLabels, queryLabels, LayerNumbers, HeadNumbers);

    /// <summary>The traced heads of one layer.</summary>
    internal static AttentionMap Of<T>(IReadOnlyList<AttentionTrace<T>> heads)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        LabelledMatrix<T> first = heads[0].Weights;
        Matrix<double>[] layer = [.. heads.Select(head => ToDouble(head.Weights.Values))];
        return new AttentionMap([layer], first.RowLabels, first.ColumnLabels, [0], [.. heads.Select(head => head.Head ?? 0)])
        {
            CombinedAs = heads[0].Head is null ? OneHead : null,
        };
    }

    private protected override Displayable Draw(IPictures pictures) => pictures.Of(this);

    /// <summary>A map made from this one: it keeps the notes and adds what was done.</summary>
    private AttentionMap Derive(
        Matrix<double>[][] weights,
        IReadOnlyList<string>? keyLabels,
        IReadOnlyList<string>? queryLabels,
        IReadOnlyList<int> layerNumbers,
        IReadOnlyList<int> headNumbers,
        string? combinedAs,
        params string[] notes) =>
        new(weights, keyLabels, queryLabels, layerNumbers, headNumbers) { Notes = [.. Notes, .. notes], CombinedAs = combinedAs };

    internal static Matrix<double> ToDouble<T>(Matrix<T> matrix)
        where T : unmanaged, IFloatingPointIeee754<T> => matrix as Matrix<double> ?? matrix.Map(static weight => double.CreateChecked(weight), Zeros.Include);

    private static int Place(IReadOnlyList<int> numbers, int number, string name)
    {
        for (int place = 0; place < numbers.Count; place++)
        {
            if (numbers[place] == number) return place;
        }

        throw new ArgumentOutOfRangeException(name, number, $"{name} must be one of {string.Join(", ", numbers)}.");
    }

    private static IReadOnlyList<string>? LabelsOfSelfAttention(Matrix<double> weights, IReadOnlyList<string>? keyLabels) =>
        weights.RowCount == weights.ColumnCount ? keyLabels : null;

    private static int[] Count(int count) => [.. Enumerable.Range(0, count)];

    private static Matrix<double>[][] ToArrays(IReadOnlyList<IReadOnlyList<Matrix<double>>> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Any(layer => layer is null || layer.Contains(null))) throw new ArgumentException("weights must not hold null.", nameof(weights));
        if (weights.Count == 0 || weights[0].Count == 0) throw new ArgumentException("weights must hold at least one layer with one head.", nameof(weights));
        if (weights.Any(layer => layer.Count != weights[0].Count))
            throw new ArgumentException($"weights must hold the same number of heads in each layer: the first has {weights[0].Count}.", nameof(weights));
        return [.. weights.Select(layer => layer.ToArray())];
    }
}
