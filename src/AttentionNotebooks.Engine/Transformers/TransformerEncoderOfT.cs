using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>The blocks of a transformer without words: vectors in, vectors out (Vaswani et al. 2017, section 3.1). Made by <see cref="TransformerEncoder"/>.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <remarks>Immutable and safe to use from many threads.</remarks>
public sealed class TransformerEncoder<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly TransformerConfig config;
    private readonly bool hasNorm;
    private readonly TransformerBlocks<T> blocks;

    /// <param name="config">The shape of its blocks; that of words does not matter.</param>
    /// <param name="hasNorm">Whether there is a norm behind the last.</param>
    /// <param name="parameters">Exactly its parameters.</param>
    internal TransformerEncoder(TransformerConfig config, bool hasNorm, IReadOnlyDictionary<string, Matrix<T>> parameters)
    {
        this.config = config;
        this.hasNorm = hasNorm;
        blocks = new TransformerBlocks<T>(config, hasNorm, new Initialisation(seed: 0));
        GivenParameters.Copy(parameters, blocks.Parameters);
    }

    /// <summary>r, the features of a token.</summary>
    public int ModelSize => config.ModelSize;

    /// <summary>How many blocks.</summary>
    public int Layers => config.Layers;

    /// <summary>h, the heads of a block.</summary>
    public int Heads => config.Heads;

    /// <summary>One sentence, with the weights of all heads.</summary>
    /// <param name="input">I, r×n; one token is one column; finite. A MathNet matrix does, without labels.</param>
    /// <param name="edits">Heads to be changed; null: none.</param>
    /// <returns>Output and weights.</returns>
    /// <exception cref="ArgumentException">The input has another number of rows, or is not finite, or an edit does not fit.</exception>
    /// <exception cref="InsufficientMemoryException">The weights of all heads do not fit into memory.</exception>
    public EncoderResult<T> Run(LabelledMatrix<T> input, IReadOnlyList<HeadEdit>? edits = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        Check.FiniteAndNotEmpty(input.Values, nameof(input));
        if (input.Values.RowCount != ModelSize)
            throw new ArgumentException($"input must have a row for each of the {ModelSize} features of a token: it is {input.Shape}.", nameof(input));
        int tokens = input.Values.ColumnCount;
        TransformerCheck.Edits(config, edits, tokens);
        MemoryCheck.PerPair<T>("Weights of all heads", config.Layers * config.Heads, tokens, tokens, "Take fewer tokens.");
        TransformerInput<T> places = new([new int[tokens]]);
        TransformerProbe<T> probe = TransformerProbe<T>.Keeping(config, edits, places);
        using ArrayLoan<T> loan = new();
        TransformerPass<T> pass = new(loan) { Input = new Columns<T>(input.Values.ColumnMajorArray(), ModelSize) };
        blocks.Forward(pass, places, probe);
        Matrix<T> output = MatrixStorage.Over<T>(pass.Output.AsSpan().ToArray(), tokens);
        return new EncoderResult<T>(new LabelledMatrix<T>(output, "Output", "O", columnLabels: input.ColumnLabels), probe.Map(input.ColumnLabels));
    }

    /// <summary>The state dict of PyTorch's <c>nn.TransformerEncoder</c> with these weights, for <see cref="SafeTensors.Write"/>.</summary>
    /// <param name="prefix">What the names are to begin with, for example <c>encoder.</c>; with the dot.</param>
    /// <returns><c>layers.0.self_attn.in_proj_weight</c> and so on, and <c>norm.weight</c> where there is a norm behind the last block.</returns>
    public IReadOnlyList<SafeTensor> ToStateDict(string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return [.. TransformerFile.Tensors(blocks.Parameters, ParameterShapes.OfBlocks(config, hasNorm), prefix)];
    }
}
