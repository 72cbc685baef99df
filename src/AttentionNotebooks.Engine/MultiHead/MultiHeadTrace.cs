using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Multi-head attention with every intermediate of every head kept.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <remarks>Made by <see cref="MultiHeadAttention{T}.Trace"/>; immutable as long as nobody writes into its matrices.</remarks>
public sealed class MultiHeadTrace<T> : EngineResult
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Lazy<IReadOnlyList<LabelledMatrix<T>>> shares;

    internal MultiHeadTrace(MultiHeadAttention<T> attention, AttentionTrace<T>[] heads, Matrix<T> concatenated, Matrix<T> output)
    {
        Attention = attention;
        Heads = heads;
        Concatenated = Tokens(concatenated, "Heads, stacked", "[O⁰; …]");
        Output = Tokens(output, "Output", "O");
        shares = new(() => [.. heads.Select((_, index) => Share(index))]);
    }

    /// <summary>The layer that was traced.</summary>
    public MultiHeadAttention<T> Attention { get; }

    /// <summary>I, r×n.</summary>
    public LabelledMatrix<T> Input => Heads[0].Input;

    /// <summary>The trace of each head.</summary>
    public IReadOnlyList<AttentionTrace<T>> Heads { get; }

    /// <summary>The outputs of the heads, one below the other, (h·v)×n.</summary>
    public LabelledMatrix<T> Concatenated { get; }

    /// <summary>O = W^o·[O⁰; …], r×n; plus b^o in every column where the layer has it.</summary>
    public LabelledMatrix<T> Output { get; }

    /// <summary>Each head's share of the output: its block of W^o times its own output, r×n. The shares, and the layer's bias in every column, add up to <see cref="Output"/>.</summary>
    public IReadOnlyList<LabelledMatrix<T>> Shares => shares.Value;

    /// <summary>The weights of all heads as a map, for pictures.</summary>
    public AttentionMap Map => AttentionMap.Of(Heads);

    /// <summary>The backward pass: how a loss L changes with every matrix of this trace.</summary>
    /// <param name="outputGradient">dL/dO, r×n, for any loss L, for example <see cref="Loss{T}.Gradient"/>; finite.</param>
    /// <returns>The gradients of all intermediates and of all that is learned. A query that sees no key has a gradient of zeros.</returns>
    /// <exception cref="ArgumentException">The shape is not that of the output, or an entry is NaN or infinite.</exception>
    public MultiHeadGradients<T> Backward(Matrix<T> outputGradient)
    {
        Check.GradientOf(Output, outputGradient);
        return new MultiHeadGradients<T>(this, outputGradient);
    }

    private protected override Displayable Draw(IPictures pictures) => pictures.Of(this);

    private LabelledMatrix<T> Share(int head)
    {
        int start = Heads.Take(head).Sum(before => before.Output.Values.RowCount);
        Matrix<T> own = Heads[head].Output.Values;
        Matrix<T> block = Attention.OutputWeights.SubMatrix(0, Attention.ModelSize, start, own.RowCount);
        return Tokens(MatrixStorage.Multiply(block, own), $"Share of head {head}", "");
    }

    private LabelledMatrix<T> Tokens(Matrix<T> values, string name, string symbol) => new(values, name, symbol, columnLabels: Input.ColumnLabels);
}
