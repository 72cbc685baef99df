using System.Numerics;

namespace AttentionNotebooks;

/// <summary>The vector of each word: column t of the output is row idₜ of W.</summary>
/// <remarks>
/// Xₜ = W[idₜ, ·]
/// dW[idₜ, ·] += dXₜ
///
/// W is vocabulary×r as in PyTorch, and lies column by column as every parameter does. So a pass goes feature by feature: the column of one feature stays in the first
/// cache while the words of all tokens are looked up in it, which is as good as a token's vector in one piece.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="name">What its parameter's name begins with.</param>
/// <param name="count">How many words, or places, there are.</param>
/// <param name="size">r.</param>
/// <param name="deviation">The standard deviation of W.</param>
/// <param name="initialisation">Draws W.</param>
internal sealed class Embedding<T>(string name, int count, int size, double deviation, Initialisation initialisation)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>W, vocabulary×r.</summary>
    internal Parameter<T> Weight { get; } = new($"{name}.weight", initialisation.WithDeviation<T>(count, size, deviation));

    private int Count => Weight.Values.RowCount;

    private int Size => Weight.Values.ColumnCount;

    /// <summary>Looks the words up.</summary>
    /// <param name="ids">The number of each token's word, below the count.</param>
    /// <param name="loan">Lends the memory of the output.</param>
    /// <returns>X, r×n.</returns>
    internal Columns<T> Forward(IReadOnlyList<int> ids, ArrayLoan<T> loan)
    {
        Columns<T> output = Columns<T>.Rent(loan, Size, ids.Count);
        Span<T> x = output.AsSpan();
        for (int feature = 0; feature < Size; feature++)
        {
            ReadOnlySpan<T> ofWords = Weight.Storage.AsSpan(feature * Count, Count);
            for (int token = 0; token < ids.Count; token++) x[(token * Size) + feature] = ofWords[ids[token]];
        }

        return output;
    }

    /// <summary>The chain rule; there is nothing before the words to go back to.</summary>
    /// <param name="ids">Those of the forward pass.</param>
    /// <param name="outputGradient">dL/dX, r×n.</param>
    /// <param name="gradients">dL/dW is added to it.</param>
    internal void Backward(IReadOnlyList<int> ids, Columns<T> outputGradient, ParameterGradients<T> gradients)
    {
        ReadOnlySpan<T> dx = outputGradient.AsSpan();
        Span<T> gradient = gradients.Of(Weight);
        for (int feature = 0; feature < Size; feature++)
        {
            Span<T> ofWords = gradient.Slice(feature * Count, Count);
            for (int token = 0; token < ids.Count; token++) ofWords[ids[token]] += dx[(token * Size) + feature];
        }
    }
}
