using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>h heads of attention in parallel, stacked as row blocks and joined by W^o. Made by <see cref="MultiHeadAttention"/>.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <remarks>
/// O = W^o·[O⁰; …; Oʰ⁻¹] (Vaswani et al. 2017, section 3.2.2, transposed). Immutable and safe to use from many threads.
/// </remarks>
public sealed class MultiHeadAttention<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly SelfAttention<T>[] heads;

    internal MultiHeadAttention(SelfAttention<T>[] heads, int keyValueHeads, Matrix<T> outputWeights)
    {
        Check.FiniteAndNotEmpty(outputWeights);
        for (int head = 1; head < heads.Length; head++)
        {
            Check.SameColumns(heads[head].QueryWeights, $"queryWeights[{head}]", heads[0].QueryWeights, "queryWeights[0]", "queryWeights");
            Check.SameColumns(heads[head].KeyWeights, $"keyWeights[{head}]", heads[0].KeyWeights, "keyWeights[0]", "keyWeights");
        }

        Shape expected = new(heads[0].ModelSize, heads.Sum(head => head.ValueSize));
        if (Shape.Of(outputWeights) != expected)
        {
            throw new ArgumentException(
                $"outputWeights must be {expected}, model size × stacked values of all {heads.Length} heads: outputWeights is {Shape.Of(outputWeights)}.",
                nameof(outputWeights));
        }

        this.heads = heads;
        KeyValueHeads = keyValueHeads;
        OutputWeights = outputWeights;
    }

    /// <summary>The h heads. Where key and value heads are shared, neighbours hold the same W^k and W^v.</summary>
    public IReadOnlyList<SelfAttention<T>> Heads => heads;

    /// <summary>g, the number of different key and value heads.</summary>
    public int KeyValueHeads { get; }

    /// <summary>W^o, r×(h·v).</summary>
    public Matrix<T> OutputWeights { get; }

    /// <summary>r, the number of features of a token.</summary>
    public int ModelSize => OutputWeights.RowCount;

    private int HeadsPerKey => heads.Length / KeyValueHeads;

    /// <summary>The same weights with another score in every head.</summary>
    /// <param name="score">The score.</param>
    /// <returns>A new layer.</returns>
    /// <exception cref="ArgumentException">Queries and keys do not have the sizes that the score needs.</exception>
    public MultiHeadAttention<T> With(Score<T> score) => With((head, _) => head.With(score));

    /// <summary>The same weights with another normalisation in every head.</summary>
    /// <param name="normalisation">The normalisation.</param>
    /// <returns>A new layer.</returns>
    public MultiHeadAttention<T> With(Normalisation normalisation) => With((head, _) => head.With(normalisation));

    /// <summary>The same weights with rotary positions in every head.</summary>
    /// <param name="rotary">The positions.</param>
    /// <returns>A new layer.</returns>
    /// <exception cref="ArgumentException">Queries or keys have an odd size.</exception>
    public MultiHeadAttention<T> With(RotaryPositions rotary) => With((head, _) => head.With(rotary));

    /// <summary>The same weights with linear biases, a slope a head.</summary>
    /// <param name="alibi">The biases, with h slopes.</param>
    /// <returns>A new layer.</returns>
    /// <exception cref="ArgumentException">The number of slopes is not the number of heads.</exception>
    public MultiHeadAttention<T> With(Alibi alibi)
    {
        ArgumentNullException.ThrowIfNull(alibi);
        alibi.CheckHeads(heads.Length);
        return With((head, index) => head.With(Alibi.WithSlopes(alibi.Slopes[index])));
    }

    /// <summary>The output alone.</summary>
    /// <param name="input">I, r×n; one token is one column; finite.</param>
    /// <param name="source">Where keys and values come from, r×n_k; null: the input itself.</param>
    /// <param name="mask">Which query may attend to which key; null: all to all.</param>
    /// <returns>O, r×n.</returns>
    /// <exception cref="ArgumentException">A shape does not fit, an entry is NaN or infinite, or the mask has another size.</exception>
    public Matrix<T> Attend(Matrix<T> input, Matrix<T>? source = null, AttentionMask? mask = null)
    {
        heads[0].CheckInputs(input, source, mask);
        (Matrix<T>[] keys, Matrix<T>[] values) = ProjectSource(source ?? input);
        Matrix<T>[] outputs =
        [
            .. heads.Select((head, index) =>
                head.Attend(SelfAttention<T>.Project(head.QueryWeights, input), keys[index / HeadsPerKey], values[index / HeadsPerKey], mask)),
        ];
        return SelfAttention<T>.Project(OutputWeights, Stack(outputs));
    }

    /// <summary>Every intermediate of every head, named and labelled.</summary>
    /// <param name="input">I, r×n; one token is one column; finite. A MathNet matrix does, without labels.</param>
    /// <param name="source">Where keys and values come from, r×n_k; null: the input itself.</param>
    /// <param name="mask">Which query may attend to which key; null: all to all.</param>
    /// <returns>The trace.</returns>
    /// <exception cref="ArgumentException">A shape does not fit, an entry is NaN or infinite, or the mask has another size.</exception>
    public MultiHeadTrace<T> Trace(LabelledMatrix<T> input, LabelledMatrix<T>? source = null, AttentionMask? mask = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        heads[0].CheckInputs(input.Values, source?.Values, mask);
        (Matrix<T>[] keys, Matrix<T>[] values) = ProjectSource((source ?? input).Values);
        AttentionTrace<T>[] traces =
        [
            .. heads.Select((head, index) =>
                new AttentionTrace<T>(head, input, source, keys[index / HeadsPerKey], values[index / HeadsPerKey], mask, index)),
        ];
        return new MultiHeadTrace<T>(this, traces);
    }

    /// <summary>Matrices of n columns each, one below the other.</summary>
    internal static Matrix<T> Stack(IReadOnlyList<Matrix<T>> blocks)
    {
        Matrix<T> stacked = Matrix<T>.Build.Dense(blocks.Sum(block => block.RowCount), blocks[0].ColumnCount);
        int row = 0;
        foreach (Matrix<T> block in blocks)
        {
            stacked.SetSubMatrix(row, 0, block);
            row += block.RowCount;
        }

        return stacked;
    }

    private (Matrix<T>[] Keys, Matrix<T>[] Values) ProjectSource(Matrix<T> source)
    {
        SelfAttention<T>[] owners = [.. heads.Where((_, index) => index % HeadsPerKey == 0)];
        return (
            [.. owners.Select(head => SelfAttention<T>.Project(head.KeyWeights, source))],
            [.. owners.Select(head => SelfAttention<T>.Project(head.ValueWeights, source))]);
    }

    private MultiHeadAttention<T> With(Func<SelfAttention<T>, int, SelfAttention<T>> change) => new([.. heads.Select(change)], KeyValueHeads, OutputWeights);
}
