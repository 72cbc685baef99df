using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>The difference of two attention maps: what one attends to more, and what less, than the other.</summary>
/// <remarks>Positive where the first map has the greater weight. Where the columns of both sum to 1, each column of the difference sums to 0.</remarks>
public sealed class AttentionDifference : EngineResult
{
    internal AttentionDifference(AttentionMap first, AttentionMap second)
    {
        ArgumentNullException.ThrowIfNull(second, "other");
        if (first.Size != second.Size)
            throw Check.Wrong("other", $"other must have as many layers, heads, keys and queries: the map has {first.Size}, other has {second.Size}.");
        First = first;
        Second = second;
    }

    /// <summary>The map that was subtracted from.</summary>
    public AttentionMap First { get; }

    /// <summary>The map that was subtracted.</summary>
    public AttentionMap Second { get; }

    /// <summary>The difference of one head.</summary>
    /// <param name="layer">Number of the layer, as in the first map.</param>
    /// <param name="head">Number of the head, as in the first map. Layers and heads of the second map are those that stand in the same places.</param>
    /// <returns>First − second, n_k×n_q.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The first map has no such layer or head.</exception>
    public Matrix<double> this[int layer, int head]
    {
        get
        {
            Matrix<double> minuend = First[layer, head];
            (int otherLayer, int otherHead) = Counterpart(layer, head);
            return minuend - Second[otherLayer, otherHead];
        }
    }

    internal string Description => $"Difference of two attention maps: {First.Size}";

    /// <summary>One matrix in a caption: <c>head 3</c>, or <c>head 3 − head 5</c> where the second map numbers it otherwise.</summary>
    internal string Caption(int layer, int head)
    {
        (int otherLayer, int otherHead) = Counterpart(layer, head);
        string first = First.Caption(layer, head), second = Second.Caption(otherLayer, otherHead);
        return first == second ? first : $"{first} − {second}";
    }

    private protected override Displayable Draw(IPictures pictures) => pictures.Of(this);

    private (int Layer, int Head) Counterpart(int layer, int head) =>
        (Second.LayerNumbers[Array.IndexOf([.. First.LayerNumbers], layer)], Second.HeadNumbers[Array.IndexOf([.. First.HeadNumbers], head)]);
}
