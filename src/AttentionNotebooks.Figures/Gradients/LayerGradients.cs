using System.Numerics;
using static AttentionNotebooks.Formula;
using static AttentionNotebooks.GradientFormulas;

namespace AttentionNotebooks;

/// <summary>The matrices of a layer that belong to no single head, beside their gradients.</summary>
internal static class LayerGradients
{
    internal static IEnumerable<GradientPart> Parts<T>(MultiHeadGradients<T> gradients)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        MultiHeadTrace<T> trace = gradients.Trace;
        MultiHeadAttention<T> layer = trace.Attention;
        Formula stacked = JoinSteps.Stacked(trace.Heads.Count);
        yield return GradientPart.Of(AttentionQuantity.LayerOutput, trace.Output, gradients.Output, "Here the way back begins: how the loss changes with each entry of the output.", Gradient("O"));
        yield return GradientPart.Of(
            AttentionQuantity.OutputWeights,
            new LabelledMatrix<T>(layer.OutputWeights, "Output weights", "W^o"),
            gradients.OutputWeights,
            "Learned: a step of gradient descent goes the other way.",
            Chain(Sup("W", "o"), Gradient("O"), "·", Sup(stacked, "T")));
        if (gradients.OutputBias is { } bias)
        {
            yield return GradientPart.Of(
                AttentionQuantity.OutputBias, new LabelledMatrix<T>(layer.OutputBias!.ToColumnMatrix(), "Output bias", "b^o"), bias, "Learned: the sum over all tokens.", Gradient(Sup("b", "o")));
        }

        yield return GradientPart.Of(
            AttentionQuantity.Concatenated, trace.Concatenated, gradients.Concatenated, "Each head gets its rows of it.", Chain(stacked, Sup(Group(Sup("W", "o")), "T"), "·", Gradient("O")));
        yield return GradientPart.Of(AttentionQuantity.Input, trace.Input, gradients.Input, "What the heads want of the input, added up.", Gradient("I"));
        if (trace.Heads[0].IsCrossAttention)
            yield return GradientPart.Of(AttentionQuantity.Source, trace.Heads[0].Source, gradients.Source, "What the heads want of the source, added up.", Gradient("S"));
    }
}
