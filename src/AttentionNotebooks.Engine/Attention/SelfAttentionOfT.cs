using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>One head of attention: its learned matrices and biases, and the rule from scores to weights. Made by <see cref="SelfAttention"/>.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <remarks>
/// Q = W^q·I, K = W^k·S, V = W^v·S, A = score(K, Q), A′ = each column of A normalised, O = V·A′, where the source S is the input I itself
/// (self-attention) or another sentence (cross-attention). With biases, b^q is added to every column of Q, and b^k and b^v to those of K and V. One token is one column. Immutable and safe to use from many threads.
/// </remarks>
public sealed class SelfAttention<T>
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
{
    internal SelfAttention(Matrix<T> queryWeights, Matrix<T> keyWeights, Matrix<T> valueWeights, AttentionRule<T> rule, string sizesFrom)
    {
        Check.FiniteAndNotEmpty(queryWeights);
        Check.FiniteAndNotEmpty(keyWeights);
        Check.FiniteAndNotEmpty(valueWeights);
        Check.SameColumns(valueWeights, nameof(valueWeights), keyWeights, nameof(keyWeights));
        rule.CheckSizes(queryWeights.RowCount, keyWeights.RowCount, sizesFrom);
        PackedQueryWeights = new PackedWeights<T>(queryWeights);
        PackedKeyWeights = new PackedWeights<T>(keyWeights);
        PackedValueWeights = new PackedWeights<T>(valueWeights);
        Rule = rule;
        Biases = ProjectionBiases<T>.None;
    }

    /// <summary>The same weights, packed once for both, with another rule or other biases.</summary>
    private SelfAttention(SelfAttention<T> other, AttentionRule<T> rule, ProjectionBiases<T> biases)
    {
        PackedQueryWeights = other.PackedQueryWeights;
        PackedKeyWeights = other.PackedKeyWeights;
        PackedValueWeights = other.PackedValueWeights;
        Rule = rule;
        Biases = biases;
    }

    /// <summary>W^q, q×r.</summary>
    public Matrix<T> QueryWeights => PackedQueryWeights.Matrix;

    /// <summary>W^k, q×r.</summary>
    public Matrix<T> KeyWeights => PackedKeyWeights.Matrix;

    /// <summary>W^v, v×r.</summary>
    public Matrix<T> ValueWeights => PackedValueWeights.Matrix;

    /// <summary>b^q, q entries; null: none.</summary>
    public Vector<T>? QueryBias => Biases.Query;

    /// <summary>b^k, q entries; null: none.</summary>
    public Vector<T>? KeyBias => Biases.Key;

    /// <summary>b^v, v entries; null: none.</summary>
    public Vector<T>? ValueBias => Biases.Value;

    /// <summary>r, the number of features of an input token.</summary>
    public int ModelSize => QueryWeights.ColumnCount;

    /// <summary>q, the size of a query.</summary>
    public int HeadSize => QueryWeights.RowCount;

    /// <summary>v, the size of a value and of an output.</summary>
    public int ValueSize => ValueWeights.RowCount;

    /// <summary>How well a key answers a query.</summary>
    public Score<T> Score => Rule.Score;

    /// <summary>How a column of scores becomes weights.</summary>
    public Normalisation Normalisation => Rule.Normalisation;

    /// <summary>Rotary positions of queries and keys; null: none.</summary>
    public RotaryPositions? Rotary => Rule.Rotary;

    /// <summary>Linear biases of the scores; null: none.</summary>
    public Alibi? Alibi => Rule.Alibi;

    internal AttentionRule<T> Rule { get; }

    /// <summary>Dense, and of this head alone.</summary>
    private ProjectionBiases<T> Biases { get; }

    internal PackedWeights<T> PackedQueryWeights { get; }

    internal PackedWeights<T> PackedKeyWeights { get; }

    internal PackedWeights<T> PackedValueWeights { get; }

    /// <summary>The same weights with another score.</summary>
    /// <param name="score">The score.</param>
    /// <returns>A new head.</returns>
    /// <exception cref="ArgumentException">Queries and keys do not have the sizes that the score needs.</exception>
    public SelfAttention<T> With(Score<T> score)
    {
        ArgumentNullException.ThrowIfNull(score);
        return With(Rule with { Score = score }, nameof(score));
    }

    /// <summary>The same weights with another normalisation.</summary>
    /// <param name="normalisation">The normalisation.</param>
    /// <returns>A new head.</returns>
    public SelfAttention<T> With(Normalisation normalisation)
    {
        ArgumentNullException.ThrowIfNull(normalisation);
        return With(Rule with { Normalisation = normalisation }, nameof(normalisation));
    }

    /// <summary>The same weights with rotary positions.</summary>
    /// <param name="rotary">The positions.</param>
    /// <returns>A new head.</returns>
    /// <exception cref="ArgumentException">Queries or keys have an odd size.</exception>
    public SelfAttention<T> With(RotaryPositions rotary)
    {
        ArgumentNullException.ThrowIfNull(rotary);
        return With(Rule with { Rotary = rotary }, nameof(rotary));
    }

    /// <summary>The same weights with linear biases.</summary>
    /// <param name="alibi">The biases, with one slope.</param>
    /// <returns>A new head.</returns>
    /// <exception cref="ArgumentException">There is not exactly one slope.</exception>
    public SelfAttention<T> With(Alibi alibi)
    {
        ArgumentNullException.ThrowIfNull(alibi);
        alibi.CheckHeads(1);
        return With(Rule with { Alibi = alibi }, nameof(alibi));
    }

    /// <summary>The same weights with other biases of their projections.</summary>
    /// <param name="biases">b^q, b^k and b^v, q, q and v entries, or null; they replace all that there are, and are copied.</param>
    /// <returns>A new head.</returns>
    /// <exception cref="ArgumentException">A bias has another size than its matrix has rows, or an entry is NaN or infinite.</exception>
    public SelfAttention<T> With(ProjectionBiases<T> biases)
    {
        ArgumentNullException.ThrowIfNull(biases);
        return new(this, Rule, biases.Split([this], 1)[0]);
    }

    /// <summary>The output alone.</summary>
    /// <param name="input">I, r×n; one token is one column; finite.</param>
    /// <param name="source">Where keys and values come from, r×n_k; null: the input itself.</param>
    /// <param name="mask">Which query may attend to which key; null: all to all.</param>
    /// <param name="options">On how many cores, until when; null: all cores.</param>
    /// <returns>O, v×n.</returns>
    /// <exception cref="ArgumentException">A shape does not fit, an entry is NaN or infinite, or the mask has another size.</exception>
    /// <exception cref="OperationCanceledException">The options' token was cancelled.</exception>
    public Matrix<T> Attend(Matrix<T> input, Matrix<T>? source = null, AttentionMask? mask = null, ComputeOptions? options = null)
    {
        CheckInputs(input, source, mask);
        LayerRun<T> run = new([this], 1, input, source ?? input, mask);
        Matrix<T> output = MatrixStorage.Uninitialized<T>(ValueSize, input.ColumnCount, out T[] storage);
        run.Attend(storage, new Workload(options, run.MultiplyAdds));
        return output;
    }

    /// <summary>Every intermediate, named and labelled: the matrix view.</summary>
    /// <param name="input">I, r×n; one token is one column; finite. A MathNet matrix does, without labels.</param>
    /// <param name="source">Where keys and values come from, r×n_k; null: the input itself.</param>
    /// <param name="mask">Which query may attend to which key; null: all to all.</param>
    /// <param name="options">On how many cores, until when; null: all cores.</param>
    /// <returns>The trace.</returns>
    /// <exception cref="ArgumentException">A shape does not fit, an entry is NaN or infinite, or the mask has another size.</exception>
    /// <exception cref="InsufficientMemoryException">Scores and weights, n_k×n each, do not fit into memory.</exception>
    /// <exception cref="OperationCanceledException">The options' token was cancelled.</exception>
    public AttentionTrace<T> Trace(LabelledMatrix<T> input, LabelledMatrix<T>? source = null, AttentionMask? mask = null, ComputeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        CheckInputs(input.Values, source?.Values, mask);
        LayerRun<T> run = new([this], 1, input.Values, (source ?? input).Values, mask);
        return new AttentionTrace<T>(this, input, source, run.Trace(new Workload(options, run.MultiplyAdds))[0], mask, head: null);
    }

    internal void CheckInputs(Matrix<T> input, Matrix<T>? source, AttentionMask? mask)
    {
        Check.FiniteAndNotEmpty(input);
        Check.Multiplies(QueryWeights, nameof(QueryWeights), input, nameof(input));
        if (source is not null) Check.FiniteAndNotEmpty(source);
        Check.Multiplies(KeyWeights, nameof(KeyWeights), source ?? input, source is null ? nameof(input) : nameof(source));
        mask?.CheckFits((source ?? input).ColumnCount, input.ColumnCount);
    }

    /// <summary>The same head with other numbers in place of all that it learns.</summary>
    internal SelfAttention<T> WithLearned(Matrix<T> queryWeights, Matrix<T> keyWeights, Matrix<T> valueWeights, Score<T> score, ProjectionBiases<T> biases) =>
        new SelfAttention<T>(queryWeights, keyWeights, valueWeights, Rule with { Score = score }, nameof(score)).With(biases);

    private SelfAttention<T> With(AttentionRule<T> rule, string changed)
    {
        rule.CheckSizes(HeadSize, KeyWeights.RowCount, changed);
        return new(this, rule, Biases);
    }
}
