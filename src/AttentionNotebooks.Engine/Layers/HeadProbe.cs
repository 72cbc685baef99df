using System.Numerics;
using AttentionNotebooks.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Looks at the heads of one layer as they are computed, or changes what they say.</summary>
/// <param name="edits">Those of this layer, in their order.</param>
/// <param name="weights">Where A′ goes, dense: for each sentence that of each head. Null: not kept.</param>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class HeadProbe<T>(HeadEdit[] edits, Matrix<T>[][]? weights)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>A′ of a head in a sentence; empty: not kept.</summary>
    internal Span<T> WeightsOf(int sentence, int head) => weights is null ? default : weights[sentence][head].AsColumnMajorArray();

    /// <summary>Applies the edits of a head that has been computed.</summary>
    internal void Change(int head, in HeadSpans<T> spans)
    {
        foreach (HeadEdit edit in edits)
        {
            if (edit.Head == head) edit.Change(spans);
        }
    }
}
