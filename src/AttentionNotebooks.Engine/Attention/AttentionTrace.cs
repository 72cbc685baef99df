using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>One head of attention with every intermediate kept, named and labelled: the matrix view.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <remarks>Made by <see cref="SelfAttention{T}.Trace"/>; immutable as long as nobody writes into its matrices.</remarks>
public sealed class AttentionTrace<T> : EngineResult
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly LabelledMatrix<T>? source;

    internal AttentionTrace(
        SelfAttention<T> attention, LabelledMatrix<T> input, LabelledMatrix<T>? source, TraceMatrices<T> matrices, AttentionMask? mask, int? head)
    {
        this.source = source;
        Attention = attention;
        Mask = mask ?? AttentionMask.None;
        Head = head;
        Input = Named(input.Values, "Input", "I", rows: input.RowLabels, columns: input.ColumnLabels);
        Queries = Named(matrices.Queries, "Queries", "Q", columns: QueryLabels);
        Keys = Named(matrices.Keys, "Keys", "K", columns: KeyLabels);
        Values = Named(matrices.Values, "Values", "V", columns: KeyLabels);
        if (matrices.RotatedQueries is { } queries) RotatedQueries = Named(queries, "Rotated queries", "Q̂", columns: QueryLabels);
        if (matrices.RotatedKeys is { } keys) RotatedKeys = Named(keys, "Rotated keys", "K̂", columns: KeyLabels);
        Scores = PerPair("Scores", "A", matrices.Scores);
        if (matrices.BiasedScores is { } biased) BiasedScores = PerPair("Biased scores", "A", biased);
        if (matrices.MaskedScores is { } masked) MaskedScores = PerPair("Masked scores", "A", masked);
        Weights = PerPair("Weights", "A′", matrices.Weights);
        Output = Named(matrices.Output, "Output", "O", columns: QueryLabels);
    }

    /// <summary>The head that was traced.</summary>
    public SelfAttention<T> Attention { get; }

    /// <summary>The mask that was applied; <see cref="AttentionMask.None"/> where none was given.</summary>
    public AttentionMask Mask { get; }

    /// <summary>Which head of its layer this is, from 0; null for a head by itself.</summary>
    public int? Head { get; }

    /// <summary>I, r×n: where the queries come from.</summary>
    public LabelledMatrix<T> Input { get; }

    /// <summary>Where keys and values come from, r×n_k: the input itself in self-attention.</summary>
    public LabelledMatrix<T> Source => source ?? Input;

    /// <summary>True where keys and values come from another sentence than the queries.</summary>
    public bool IsCrossAttention => source is not null;

    /// <summary>Q = W^q·I, q×n; plus b^q in every column where the head has it.</summary>
    public LabelledMatrix<T> Queries { get; }

    /// <summary>K = W^k·I, q×n_k; plus b^k in every column where the head has it.</summary>
    public LabelledMatrix<T> Keys { get; }

    /// <summary>V = W^v·I, v×n_k; plus b^v in every column where the head has it.</summary>
    public LabelledMatrix<T> Values { get; }

    /// <summary>Q turned by the positions, q×n; null without rotary positions.</summary>
    public LabelledMatrix<T>? RotatedQueries { get; }

    /// <summary>K turned by the positions, q×n_k; null without rotary positions.</summary>
    public LabelledMatrix<T>? RotatedKeys { get; }

    /// <summary>A, n_k×n: row i is the key, column j the query.</summary>
    public LabelledMatrix<T> Scores { get; }

    /// <summary>A with the linear biases added, n_k×n; null without ALiBi.</summary>
    public LabelledMatrix<T>? BiasedScores { get; }

    /// <summary>A with −∞ where the mask forbids, n_k×n; null without a mask.</summary>
    public LabelledMatrix<T>? MaskedScores { get; }

    /// <summary>A′, n_k×n: each column of the scores normalised.</summary>
    public LabelledMatrix<T> Weights { get; }

    /// <summary>O = V·A′, v×n.</summary>
    public LabelledMatrix<T> Output { get; }

    /// <summary>The weights as a map, for pictures.</summary>
    public AttentionMap Map => AttentionMap.Of([this]);

    internal LabelledMatrix<T> NormalisedScores => MaskedScores ?? BiasedScores ?? Scores;

    private IReadOnlyList<string>? QueryLabels => Input.ColumnLabels;

    private IReadOnlyList<string>? KeyLabels => Source.ColumnLabels;

    /// <summary>The vector view of one query, computed anew, a column at a time.</summary>
    /// <param name="index">Which query, from 0.</param>
    /// <returns>The steps for this one token.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is not a query.</exception>
    public TokenTrace<T> Token(int index)
    {
        Check.Index(index, Input.Values.ColumnCount, "tokens");
        return new TokenTrace<T>(this, index);
    }

    /// <summary>The vector view of one query, computed anew, a column at a time.</summary>
    /// <param name="token">A label of the input, exactly as it is written there.</param>
    /// <param name="occurrence">Which one, from 1, where the token occurs more than once.</param>
    /// <returns>The steps for this one token.</returns>
    /// <exception cref="ArgumentException">The input has no labels, no such label, or several and <paramref name="occurrence"/> does not say which.</exception>
    public TokenTrace<T> Token(string token, int? occurrence = null)
    {
        ArgumentNullException.ThrowIfNull(token);
        return Token(TokenLabels.Find(QueryLabels, token, occurrence));
    }

    /// <summary>The backward pass: how a loss L changes with every matrix of this trace.</summary>
    /// <param name="outputGradient">dL/dO, v×n, for any loss L, for example <see cref="Loss{T}.Gradient"/>; finite.</param>
    /// <returns>The gradients of all intermediates and of all that is learned. A query that sees no key has a gradient of zeros.</returns>
    /// <exception cref="ArgumentException">The shape is not that of the output, or an entry is NaN or infinite.</exception>
    public AttentionTraceGradients<T> Backward(Matrix<T> outputGradient)
    {
        Check.GradientOf(Output, outputGradient);
        return new AttentionTraceGradients<T>(this, outputGradient);
    }

    private protected override Displayable Draw(IPictures pictures) => pictures.Of(this);

    private static LabelledMatrix<T> Named(
        Matrix<T> values, string name, string symbol, IReadOnlyList<string>? rows = null, IReadOnlyList<string>? columns = null) =>
        new(values, name, symbol, rows, columns);

    private LabelledMatrix<T> PerPair(string name, string symbol, Matrix<T> values) => Named(values, name, symbol, KeyLabels, QueryLabels);
}
