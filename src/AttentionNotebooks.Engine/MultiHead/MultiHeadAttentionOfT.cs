using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>h heads of attention in parallel, stacked as row blocks and joined by W^o. Made by <see cref="MultiHeadAttention"/>.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <remarks>
/// O = W^o·[O⁰; …; Oʰ⁻¹], plus b^o in every column where the layer has one (Vaswani et al. 2017, section 3.2.2, transposed). Immutable and safe to use from many threads.
/// </remarks>
public sealed class MultiHeadAttention<T>
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
{
    private readonly SelfAttention<T>[] heads;
    private readonly PackedWeights<T> outputWeights;

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
        this.outputWeights = new PackedWeights<T>(outputWeights);
    }

    /// <summary>The same W^o, packed once for both, with other heads or another bias.</summary>
    private MultiHeadAttention(MultiHeadAttention<T> other, SelfAttention<T>[] heads, Vector<T>? outputBias)
    {
        this.heads = heads;
        KeyValueHeads = other.KeyValueHeads;
        outputWeights = other.outputWeights;
        OutputBias = outputBias;
    }

    /// <summary>The h heads. Where key and value heads are shared, neighbours hold the same W^k and W^v, and the same biases of them.</summary>
    public IReadOnlyList<SelfAttention<T>> Heads => heads;

    /// <summary>g, the number of different key and value heads.</summary>
    public int KeyValueHeads { get; }

    /// <summary>W^o, r×(h·v).</summary>
    public Matrix<T> OutputWeights => outputWeights.Matrix;

    /// <summary>b^o, r entries; null: none.</summary>
    public Vector<T>? OutputBias { get; }

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

    /// <summary>The same weights with other biases of the projections: <c>in_proj_bias</c> in PyTorch.</summary>
    /// <param name="biases">b^q, b^k and b^v, h·q, g·q and g·v entries with head below head, or null; they replace all that there are, and are copied.</param>
    /// <returns>A new layer.</returns>
    /// <exception cref="ArgumentException">A bias has another size than its matrices have rows, or an entry is NaN or infinite.</exception>
    public MultiHeadAttention<T> With(ProjectionBiases<T> biases)
    {
        ArgumentNullException.ThrowIfNull(biases);
        ProjectionBiases<T>[] own = biases.Split(heads, HeadsPerKey);
        return With((head, index) => head.With(own[index]));
    }

    /// <summary>The same weights with another bias of the output: <c>out_proj.bias</c> in PyTorch.</summary>
    /// <param name="bias">b^o, r entries; finite; copied. Null: none.</param>
    /// <returns>A new layer.</returns>
    /// <exception cref="ArgumentException">The bias has another size than r, or an entry is NaN or infinite.</exception>
    public MultiHeadAttention<T> WithOutputBias(Vector<T>? bias)
    {
        if (bias is not null) Check.Bias(bias, ModelSize, "W^o");
        return new(this, heads, bias is null ? null : Vector<T>.Build.Dense(bias.ToArray()));
    }

    /// <summary>The output alone.</summary>
    /// <param name="input">I, r×n; one token is one column; finite.</param>
    /// <param name="source">Where keys and values come from, r×n_k; null: the input itself.</param>
    /// <param name="mask">Which query may attend to which key; null: all to all.</param>
    /// <param name="options">On how many cores, until when; null: all cores.</param>
    /// <returns>O, r×n.</returns>
    /// <exception cref="ArgumentException">A shape does not fit, an entry is NaN or infinite, or the mask has another size.</exception>
    /// <exception cref="OperationCanceledException">The options' token was cancelled.</exception>
    public Matrix<T> Attend(Matrix<T> input, Matrix<T>? source = null, AttentionMask? mask = null, ComputeOptions? options = null)
    {
        heads[0].CheckInputs(input, source, mask);
        Matrix<T> output = MatrixStorage.Uninitialized<T>(ModelSize, input.ColumnCount, out T[] storage);
        Attend(storage, input, source ?? input, mask, options);
        return output;
    }

    /// <summary>The output, written into a matrix that is there already: no memory is taken that a call of this size before did not leave.</summary>
    /// <param name="output">O, r×n, dense; not one of the inputs. Half written where the call is cancelled.</param>
    /// <param name="input">I, r×n; one token is one column; finite.</param>
    /// <param name="source">Where keys and values come from, r×n_k; null: the input itself.</param>
    /// <param name="mask">Which query may attend to which key; null: all to all.</param>
    /// <param name="options">On how many cores, until when; null: all cores.</param>
    /// <exception cref="ArgumentException">A shape does not fit, an entry is NaN or infinite, or the mask has another size.</exception>
    /// <exception cref="OperationCanceledException">The options' token was cancelled.</exception>
    public void AttendInto(Matrix<T> output, Matrix<T> input, Matrix<T>? source = null, AttentionMask? mask = null, ComputeOptions? options = null)
    {
        heads[0].CheckInputs(input, source, mask);
        T[] storage = Check.Destination(output, new Shape(ModelSize, input.ColumnCount), nameof(output));
        if (storage == input.AsColumnMajorArray() || storage == source?.AsColumnMajorArray())
            throw new ArgumentException("output must not share its storage with an input: it is written while they are read.", nameof(output));
        Attend(storage, input, source ?? input, mask, options);
    }

    /// <summary>Every intermediate of every head, named and labelled.</summary>
    /// <param name="input">I, r×n; one token is one column; finite. A MathNet matrix does, without labels.</param>
    /// <param name="source">Where keys and values come from, r×n_k; null: the input itself.</param>
    /// <param name="mask">Which query may attend to which key; null: all to all.</param>
    /// <param name="options">On how many cores, until when; null: all cores.</param>
    /// <returns>The trace.</returns>
    /// <exception cref="ArgumentException">A shape does not fit, an entry is NaN or infinite, or the mask has another size.</exception>
    /// <exception cref="InsufficientMemoryException">Scores and weights of all heads, n_k×n each, do not fit into memory.</exception>
    /// <exception cref="OperationCanceledException">The options' token was cancelled.</exception>
    public MultiHeadTrace<T> Trace(LabelledMatrix<T> input, LabelledMatrix<T>? source = null, AttentionMask? mask = null, ComputeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        heads[0].CheckInputs(input.Values, source?.Values, mask);
        LayerRun<T> run = new(heads, HeadsPerKey, input.Values, (source ?? input).Values, mask);
        Workload workload = new(options, run.MultiplyAdds + OutputMultiplyAdds(input.Values));
        TraceMatrices<T>[] matrices = run.Trace(workload);
        AttentionTrace<T>[] traces = [.. heads.Select((head, index) => new AttentionTrace<T>(head, input, source, matrices[index], mask, index))];
        Matrix<T> stacked = Stack([.. matrices.Select(head => head.Output)]);
        Matrix<T> output = MatrixStorage.Uninitialized<T>(ModelSize, input.Values.ColumnCount, out T[] storage);
        Join(stacked.ColumnMajorArray(), storage, workload);
        return new MultiHeadTrace<T>(this, traces, stacked, output);
    }

    /// <summary>The state dict of PyTorch's <c>nn.MultiheadAttention</c> with these weights, for <see cref="SafeTensors.Write"/>.</summary>
    /// <param name="prefix">What the names are to begin with, for example <c>layers.0.self_attn.</c>; with the dot.</param>
    /// <returns><c>in_proj_weight</c>, or three tensors where the source has other features than the input; <c>out_proj.weight</c>; where there is any bias, both biases.</returns>
    /// <exception cref="InvalidOperationException">PyTorch would compute something else: another score, another normalisation, positions, shared keys and
    /// values, or heads that are not r/h in size.</exception>
    public IReadOnlyList<SafeTensor> ToStateDict(string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return MultiHeadStateDict.Write(this, prefix);
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

    private void Attend(T[] output, Matrix<T> input, Matrix<T> source, AttentionMask? mask, ComputeOptions? options)
    {
        LayerRun<T> run = new(heads, HeadsPerKey, input, source, mask);
        Workload workload = new(options, run.MultiplyAdds + OutputMultiplyAdds(input));
        using ArrayLoan<T> loan = new();
        ArraySegment<T> stacked = loan.Rent(OutputWeights.ColumnCount * input.ColumnCount);
        run.Attend(stacked, workload);
        Join(stacked, output, workload);
    }

    private void Join(ArraySegment<T> stacked, T[] output, Workload workload) =>
        Projection<T>.Run([new(outputWeights, stacked, output, OutputBias?.AsArray())], workload);

    private double OutputMultiplyAdds(Matrix<T> input) => (double)OutputWeights.RowCount * OutputWeights.ColumnCount * input.ColumnCount;

    private MultiHeadAttention<T> With(Func<SelfAttention<T>, int, SelfAttention<T>> change) => new(this, [.. heads.Select(change)], OutputBias);
}
