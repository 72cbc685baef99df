using AttentionNotebooks.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>O = V·A′ with an A′ that is given.</summary>
internal sealed class ReplacedPattern(int layer, int head, Matrix<double> weights) : HeadEdit(layer, head)
{
    internal override void CheckFits(TransformerConfig config, int tokens, string name)
    {
        base.CheckFits(config, tokens, name);
        if (weights.RowCount != tokens)
            throw Check.Wrong(name, $"{name} must hold patterns of the sentence's {tokens} tokens: that for layer {Layer}, head {Head} is {Shape.Of(weights)}.");
    }

    internal override void Change<T>(in HeadSpans<T> head)
    {
        T[] pattern = Array.ConvertAll(weights.ColumnMajorArray(), T.CreateChecked);
        MatrixProduct.Multiply(head.Values, pattern, head.KeyCount, head.Output, head.OutputStep);
        if (!head.Weights.IsEmpty) pattern.CopyTo(head.Weights);
    }
}
