using System.Numerics;
using AttentionNotebooks.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>A change to one head of a <see cref="Transformer{T}"/> for the length of a run: ablation and patching, to see what the head is for.</summary>
/// <remarks>
/// Heads are those of self-attention. What follows the head is computed anew; the model itself stays as it is. Of two edits of one head the later one counts.
/// Immutable and safe to share between threads. Source: Michel, Levy &amp; Neubig 2019 (silencing); Vig et al. 2020 (replacing).
/// </remarks>
public abstract class HeadEdit
{
    private protected HeadEdit(int layer, int head)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(layer);
        ArgumentOutOfRangeException.ThrowIfNegative(head);
        Layer = layer;
        Head = head;
    }

    /// <summary>The layer of the head, from 0.</summary>
    public int Layer { get; }

    /// <summary>The head, from 0.</summary>
    public int Head { get; }

    /// <summary>The head says nothing: the columns of its output are zeros before W^o. Its weights are still in the map.</summary>
    /// <param name="layer">The layer, from 0.</param>
    /// <param name="head">The head, from 0.</param>
    /// <returns>The edit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static HeadEdit Silence(int layer, int head) => new SilencedHead(layer, head);

    /// <summary>The head attends as it is told: its output is V·A′ with these weights in the place of its own.</summary>
    /// <param name="layer">The layer, from 0.</param>
    /// <param name="head">The head, from 0.</param>
    /// <param name="weights">A′, n×n for sentences of n tokens; row i is the key, column j the query; finite. Columns need not sum to 1, and a causal model may be
    /// shown its future. Copied.</param>
    /// <returns>The edit, for sentences of n tokens.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    /// <exception cref="ArgumentException">The matrix is empty or not square, or an entry is NaN or infinite.</exception>
    public static HeadEdit ReplacePattern(int layer, int head, Matrix<double> weights)
    {
        Check.FiniteAndNotEmpty(weights);
        if (weights.RowCount != weights.ColumnCount)
            throw new ArgumentException($"weights must have a row and a column for each token: weights is {Shape.Of(weights)}.", nameof(weights));
        return new ReplacedPattern(layer, head, weights.Clone());
    }

    /// <summary>Throws where a sentence or a model has no place for it.</summary>
    internal virtual void CheckFits(TransformerConfig config, int tokens, string name)
    {
        if (Layer >= config.Layers) throw Check.Wrong(name, $"{name} must name layers of the model, 0 to {config.Layers - 1}: an edit is for layer {Layer}.");
        if (Head >= config.Heads) throw Check.Wrong(name, $"{name} must name heads of the model, 0 to {config.Heads - 1}: an edit is for head {Head}.");
    }

    /// <summary>Changes the output of a head that has been computed, and its weights where they are kept.</summary>
    internal abstract void Change<T>(in HeadSpans<T> head)
        where T : unmanaged, IFloatingPointIeee754<T>;
}
