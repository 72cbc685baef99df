using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>What a <see cref="Transformer{T}"/> made of one sentence. It shows itself as its attention map.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <remarks>Made by <see cref="Transformer{T}.Run"/>; immutable as long as nobody writes into its matrices.</remarks>
public sealed class TransformerResult<T> : EngineResult
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal TransformerResult(Matrix<T> output, Matrix<T> logits, AttentionMap map, AttentionMap? crossMap)
    {
        Output = output;
        Logits = logits;
        Map = map;
        CrossMap = crossMap;
        Predictions = WordScores.Greatest(new Columns<T>(logits.ColumnMajorArray(), logits.RowCount));
    }

    /// <summary>The vectors behind the last block and, where norms stand first, the last norm, r×n; one token is one column.</summary>
    public Matrix<T> Output { get; }

    /// <summary>The score of each word at each token, V×n: W·<see cref="Output"/> with <c>head.weight</c>. Their softmax, column by column, is the prediction.</summary>
    public Matrix<T> Logits { get; }

    /// <summary>At each token the number of the word with the greatest score.</summary>
    public IReadOnlyList<int> Predictions { get; }

    /// <summary>The weights of all heads of self-attention; of replaced patterns, those that were given.</summary>
    public AttentionMap Map { get; }

    /// <summary>The weights of all heads of cross-attention, with the source as keys; null where the model has none.</summary>
    public AttentionMap? CrossMap { get; }

    private protected override Displayable Draw(IPictures pictures) => pictures.Of(Map);
}
