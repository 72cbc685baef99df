using System.Numerics;

namespace AttentionNotebooks;

/// <summary>The pictures of gradients.</summary>
public static class GradientFigures
{
    /// <summary>So many heads of a layer show their own gradients, folded.</summary>
    private const int ShownHeads = 4;

    /// <summary>Every matrix of a head beside its gradient, to be kept or saved.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="gradients">From <see cref="AttentionTrace{T}.Backward"/>.</param>
    /// <returns>The figure; it is also what the gradients alone, as the last line of a cell, show.</returns>
    public static GradientFigure Figure<T>(this AttentionTraceGradients<T> gradients)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(gradients);
        return OfHead(gradients, StepBudget.Alone, ofLayer: false);
    }

    /// <summary>Every matrix of a layer and of its first heads beside its gradient, to be kept or saved.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="gradients">From <see cref="MultiHeadTrace{T}.Backward"/>.</param>
    /// <returns>The figure; it is also what the gradients alone, as the last line of a cell, show.</returns>
    public static GradientFigure Figure<T>(this MultiHeadGradients<T> gradients)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(gradients);
        return OfLayer(gradients);
    }

    /// <summary>The backward pass of a head beside its proof: each gradient with the central differences of the loss.</summary>
    /// <param name="gradients">From <see cref="AttentionTrace{T}.Backward"/>.</param>
    /// <param name="loss">The loss that they are gradients of; it is computed twice for each entry of each matrix.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentException">The gradients are those of another loss, or the loss is for another shape.</exception>
    public static GradientFigure Figure(this AttentionTraceGradients<double> gradients, Loss<double> loss)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        CheckLoss(loss, gradients.Trace.Output, gradients.Output);
        return OfHead(gradients, StepBudget.Alone, ofLayer: false, quantity => GradientCheck.Of(gradients.Trace, loss, quantity));
    }

    /// <summary>The backward pass of a layer beside its proof: each gradient with the central differences of the loss.</summary>
    /// <param name="gradients">From <see cref="MultiHeadTrace{T}.Backward"/>.</param>
    /// <param name="loss">The loss that they are gradients of; it is computed twice for each entry of each matrix.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentException">The gradients are those of another loss, or the loss is for another shape.</exception>
    public static GradientFigure Figure(this MultiHeadGradients<double> gradients, Loss<double> loss)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        CheckLoss(loss, gradients.Trace.Output, gradients.Output);
        return OfLayer(gradients, (quantity, head) => GradientCheck.Of(gradients.Trace, loss, quantity, head));
    }

    /// <summary>A gradient beside its proof, to be kept or saved.</summary>
    /// <param name="check">Both gradients.</param>
    /// <returns>The figure; it is also what the check alone, as the last line of a cell, shows.</returns>
    public static GradientCheckFigure Figure(this GradientCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return new GradientCheckFigure(check);
    }

    private static GradientFigure OfHead<T>(AttentionTraceGradients<T> gradients, StepBudget budget, bool ofLayer, Func<AttentionQuantity, GradientCheck>? check = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        string kind = gradients.Trace.IsCrossAttention ? "cross-attention" : "self-attention";
        string title = $"Gradients of {kind}{(gradients.Trace.Head is { } head ? $", head {head}" : "")}";
        return new GradientFigure(title, new HeadGradients<T>(gradients).Parts(ofLayer), budget, check);
    }

    private static GradientFigure OfLayer<T>(MultiHeadGradients<T> gradients, Func<AttentionQuantity, int, GradientCheck>? check = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = gradients.Heads.Count;
        GradientFigure layer = new(
            $"Gradients of multi-head attention, {Count.Of(count, "head", "heads")}", LayerGradients.Parts(gradients), StepBudget.Alone, check is null ? null : quantity => check(quantity, 0));
        return new GradientFigure(
            layer,
            [.. gradients.Heads.Take(ShownHeads).Select((head, index) => OfHead(head, StepBudget.OfMany, ofLayer: true, check is null ? null : quantity => check(quantity, index)))],
            Notices(gradients));
    }

    private static IEnumerable<string> Notices<T>(MultiHeadGradients<T> gradients)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (int heads, int keyHeads) = (gradients.Heads.Count, gradients.Trace.Attention.KeyValueHeads);
        if (keyHeads < heads) yield return $"{heads} heads share {keyHeads} heads of keys and values: gradients.Keys, Values, KeyWeights and ValueWeights hold the sums of their shares.";
        if (heads > ShownHeads) yield return $"The gradients of the first {ShownHeads} of {heads} heads are shown; gradients.Heads[k] shows those of any other.";
    }

    private static void CheckLoss(Loss<double> loss, LabelledMatrix<double> output, LabelledMatrix<double> gradient)
    {
        ArgumentNullException.ThrowIfNull(loss);
        if (!loss.Gradient(output).Equals(gradient.Values))
            throw new ArgumentException("loss must be the one that the gradients were computed for: its gradient at the output is another.", nameof(loss));
    }
}
