using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Multi-head attention that learns, with the parameters of <c>nn.MultiheadAttention</c>.</summary>
/// <remarks>
/// [Q; K; V] = W·X + b        (1) W^q, W^k and W^v of all heads, one below the other: <c>in_proj_weight</c>, 3·r×r
/// O = attention of each head (2) <see cref="HeadsPass{T}"/>
/// Y = W^o·O + b^o            (3) <c>out_proj.weight</c>, r×r
/// With grouped queries (g &lt; h; Ainslie et al. 2023), which PyTorch's layer does not have, <c>in_proj_weight</c> has r + 2·g·q rows.
/// In cross-attention K and V come from a source of r features: (1) is then computed for the tokens and the source in one product, and what is not needed of it is left.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class AttentionLayer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly HeadsRule<T> heads;
    private readonly Linear<T> projection;
    private readonly Linear<T> output;

    /// <summary>W^q, W^k and W^v after Glorot, W^o from ±1/√r, biases of 0, as PyTorch draws them.</summary>
    /// <param name="name">What its parameters' names begin with, for example <c>layers.0.self_attn</c>.</param>
    /// <param name="heads">How the heads attend.</param>
    /// <param name="hasBiases">Whether there are b and b^o.</param>
    /// <param name="initialisation">Draws the weights.</param>
    internal AttentionLayer(string name, HeadsRule<T> heads, bool hasBiases, Initialisation initialisation)
    {
        this.heads = heads;
        int size = heads.Sizes.ModelSize, rows = heads.Sizes.ProjectedRows;
        projection = Layer("in_proj_weight", initialisation.Glorot<T>(rows, size), "in_proj_bias");
        output = Layer("out_proj.weight", initialisation.Uniform<T>(size, size, 1 / Math.Sqrt(size)), "out_proj.bias");

        Linear<T> Layer(string weight, Matrix<T> values, string bias) =>
            new(new($"{name}.{weight}", values), hasBiases ? new($"{name}.{bias}", Matrix<T>.Build.Dense(values.RowCount, 1)) : null);
    }

    /// <summary>What is learned, in the order of PyTorch's state dict.</summary>
    internal IEnumerable<Parameter<T>> Parameters => [.. projection.Parameters, .. output.Parameters];

    /// <summary>Self-attention of each sentence.</summary>
    /// <param name="input">X, one token a column. Needed until the backward pass is done.</param>
    /// <param name="sentences">Which columns are a sentence.</param>
    /// <param name="loan">Lends the memory of forward and backward pass.</param>
    /// <param name="probe">Looks at the heads, or changes them; null: nobody does.</param>
    internal AttentionPass<T> Forward(Columns<T> input, SentenceSpan[] sentences, ArrayLoan<T> loan, HeadProbe<T>? probe = null) =>
        Forward(input, sentences, input.Count, sentences, loan, probe);

    /// <summary>Cross-attention of each sentence to its source.</summary>
    /// <param name="input">X, one token a column.</param>
    /// <param name="sentences">Which columns are a sentence.</param>
    /// <param name="source">Where keys and values come from, one token a column.</param>
    /// <param name="sources">Which columns of it are the source of each sentence.</param>
    /// <param name="loan">Lends the memory of forward and backward pass.</param>
    /// <param name="probe">Looks at the heads, or changes them; null: nobody does.</param>
    internal AttentionPass<T> Forward(
        Columns<T> input, SentenceSpan[] sentences, Columns<T> source, SentenceSpan[] sources, ArrayLoan<T> loan, HeadProbe<T>? probe = null)
    {
        Columns<T> both = Columns<T>.Rent(loan, input.Size, input.Count + source.Count);
        input.AsSpan().CopyTo(both.AsSpan());
        source.AsSpan().CopyTo(both.Part(input.Count, source.Count).AsSpan());
        return Forward(both, sentences, source.Count, sources, loan, probe);
    }

    /// <summary>The first columns are the tokens, the last ones the source; in self-attention they are the same.</summary>
    private AttentionPass<T> Forward(
        Columns<T> columns, SentenceSpan[] sentences, int sourceCount, SentenceSpan[] sources, ArrayLoan<T> loan, HeadProbe<T>? probe)
    {
        LayerPass<T> projected = projection.Forward(columns, loan);
        Columns<T> tokens = projected.Output.Part(0, sentences[^1].First + sentences[^1].Count);
        HeadsPass<T> attended = new(heads, tokens, sentences, projected.Output.Part(columns.Count - sourceCount, sourceCount), sources, loan);
        attended.Forward(probe);
        return new AttentionPass<T>(projected, attended, output.Forward(attended.Output, loan), loan);
    }
}
