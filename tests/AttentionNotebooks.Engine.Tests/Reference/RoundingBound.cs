using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>How far a correct computation in the precision T may lie from the oracle.</summary>
/// <remarks>
/// A sum of n products, in any order, is off by at most n·ε times the sum of the absolute products (Higham 2002, section 3.1; ε is twice the unit roundoff,
/// which pays for the higher orders). From there an error travels on: through a normalisation by its sensitivity, through V by the row sums of |V|.
/// </remarks>
internal sealed record RoundingBound(double Scores, double Weights, double Output)
{
    /// <summary>Roundings that do not depend on a length: division, exponential, rotation, bias, conversion.</summary>
    private const int Fixed = 16;

    /// <summary>n·ε·magnitude.</summary>
    public static double Sum<T>(int terms, double magnitude)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => (terms + Fixed) * Epsilon<T>() * magnitude;

    /// <summary>The distance of 1 to the next number: 2⁻²³ or 2⁻⁵².</summary>
    public static double Epsilon<T>()
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => double.CreateChecked(T.BitIncrement(T.One) - T.One);

    /// <summary>The bounds of one head, from the greatest numbers that its steps pass through.</summary>
    public static RoundingBound Of<T>(
        SelfAttention<T> head, Func<double, double, double> scoreMagnitude, double sensitivity, Matrix<T> input, Matrix<T> source, double greatestWeight)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        double queryNorm = GreatestNorm(Magnitudes(head.QueryWeights, head.QueryBias, input));
        double keyNorm = GreatestNorm(Magnitudes(head.KeyWeights, head.KeyBias, source));
        double values = Magnitudes(head.ValueWeights, head.ValueBias, source).RowSums().Maximum();
        double bias = Math.Abs(head.Alibi?.Bias(0, key: Math.Max(input.ColumnCount, source.ColumnCount), query: 0) ?? 0);

        int projection = input.RowCount + source.RowCount, sizes = head.QueryWeights.RowCount + head.KeyWeights.RowCount, n = source.ColumnCount;
        double scores = Sum<T>(projection + sizes, scoreMagnitude(queryNorm, keyNorm) + bias);
        double weights = (sensitivity * scores) + Sum<T>(n, Math.Max(1, greatestWeight));
        return new(scores, weights, (weights * values) + Sum<T>(n + projection, Math.Max(1, greatestWeight) * values));
    }

    /// <summary>The bound of W^o times the stacked heads, plus b^o.</summary>
    public static double Joined<T>(Matrix<T> outputWeights, Matrix<double> stacked, double headBound, Vector<T>? bias = null)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        double weights = Absolute(outputWeights).RowSums().Maximum();
        return (weights * headBound) + Sum<T>(outputWeights.ColumnCount, (weights * stacked.PointwiseAbs().Enumerate().Max()) + (bias?.ToDouble().InfinityNorm() ?? 0));
    }

    /// <summary>|W|·|I| + |b|·1ᵀ.</summary>
    private static Matrix<double> Magnitudes<T>(Matrix<T> weights, Vector<T>? bias, Matrix<T> tokens)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        (Absolute(weights) * Absolute(tokens)).MapIndexed((row, _, entry) => entry + Math.Abs(bias is null ? 0 : double.CreateChecked(bias[row])), Zeros.Include);

    private static Matrix<double> Absolute<T>(Matrix<T> matrix)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => matrix.ToDouble().PointwiseAbs();

    private static double GreatestNorm(Matrix<double> vectors) => vectors.ColumnNorms(2).Maximum();
}
