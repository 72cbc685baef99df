using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>The proof of a gradient: beside what the backward pass says, how the loss really changes when each entry is moved a little.</summary>
/// <remarks>
/// The central difference of an entry x is (L(x + h) − L(x − h)) / 2h with h = 2⁻¹⁶·max(1, |x|); for each of the two losses all that follows from the changed matrix is
/// computed anew. Truncation and rounding leave an error of some 1e-10 where L has no kink nearby, as ReLU and sparsemax have; float would leave no digit, so it is for
/// <see cref="double"/> alone. Immutable as long as nobody writes into its matrices.
/// </remarks>
public sealed class GradientCheck : EngineResult
{
    private const double Small = 1e-3;

    private GradientCheck(AttentionQuantity quantity, TracedQuantity traced, Matrix<double> outputGradient, Func<Matrix<double>, double> loss)
    {
        Quantity = quantity;
        Gradient = traced.Gradient;
        Differences = new(
            Slopes(traced.Values, loss),
            Gradient.Name.Replace("Gradient of", "Differences for", StringComparison.Ordinal),
            Gradient.Symbol.Replace('d', 'Δ'),
            Gradient.RowLabels,
            Gradient.ColumnLabels);
        double error = Greatest(Gradient.Values - Differences.Values);
        double scale = Math.Max(Greatest(outputGradient) * Small, Math.Max(Greatest(Gradient), Greatest(Differences)));
        GreatestRelativeError = error == 0 ? 0 : error / scale;
    }

    /// <summary>Which matrix X was moved.</summary>
    public AttentionQuantity Quantity { get; }

    /// <summary>dL/dX by the backward pass.</summary>
    public LabelledMatrix<double> Gradient { get; }

    /// <summary>ΔL/ΔX by central differences, of the same shape.</summary>
    public LabelledMatrix<double> Differences { get; }

    /// <summary>
    /// The greatest deviation of an entry, relative to the greatest entry of both matrices, or to a thousandth of that of dL/dO where they are smaller still:
    /// of a gradient that is zero, as that of b^k under softmax, differences show nothing but roundings.
    /// </summary>
    public double GreatestRelativeError { get; }

    /// <summary>Checks a gradient of one head.</summary>
    /// <param name="trace">The forward pass.</param>
    /// <param name="loss">L of the output.</param>
    /// <param name="quantity">X.</param>
    /// <returns>Both gradients.</returns>
    /// <exception cref="ArgumentException">The trace has no such matrix, or the loss is for another shape.</exception>
    public static GradientCheck Of(AttentionTrace<double> trace, Loss<double> loss, AttentionQuantity quantity)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(loss);
        AttentionTraceGradients<double> gradients = trace.Backward(loss.Gradient(trace.Output));
        return new GradientCheck(quantity, TracedQuantity.Of(quantity, gradients), gradients.Output, changed => loss.Of(new ForwardFrom(quantity, changed).Head(trace)));
    }

    /// <summary>Checks a gradient of a layer of heads.</summary>
    /// <param name="trace">The forward pass.</param>
    /// <param name="loss">L of the layer's output.</param>
    /// <param name="quantity">X; where heads share it, it is moved in all of them.</param>
    /// <param name="head">Of which head, from 0; of no matter for what is not part of a head.</param>
    /// <returns>Both gradients.</returns>
    /// <exception cref="ArgumentException">The trace has no such matrix, or the loss is for another shape.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="head"/> is not a head.</exception>
    public static GradientCheck Of(MultiHeadTrace<double> trace, Loss<double> loss, AttentionQuantity quantity, int head = 0)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(loss);
        Check.Index(head, trace.Heads.Count, "heads");
        MultiHeadGradients<double> gradients = trace.Backward(loss.Gradient(trace.Output));
        return new GradientCheck(
            quantity,
            TracedQuantity.Of(quantity, gradients, head),
            gradients.Output,
            changed => loss.Of(new ForwardFrom(quantity, changed).Layer(trace, other => TracedQuantity.IsShared(quantity, trace.Attention, head, other))));
    }

    private protected override Displayable Draw(IPictures pictures) => pictures.Of(this);

    private static Matrix<double> Slopes(Matrix<double> values, Func<Matrix<double>, double> loss)
    {
        Matrix<double> moved = Matrix<double>.Build.DenseOfMatrix(values);
        return values.MapIndexed(
            (row, column, entry) =>
            {
                double step = Math.ScaleB(Math.Max(1, Math.Abs(entry)), -16);
                double slope = (At(row, column, entry + step) - At(row, column, entry - step)) / (2 * step);
                moved[row, column] = entry;
                return slope;
            },
            Zeros.Include);

        double At(int row, int column, double entry)
        {
            moved[row, column] = entry;
            return loss(moved);
        }
    }

    private static double Greatest(Matrix<double> matrix) => matrix.Enumerate().Max(Math.Abs);
}
