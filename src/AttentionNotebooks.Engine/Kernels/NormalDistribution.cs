using System.Numerics;
using System.Numerics.Tensors;

namespace AttentionNotebooks.Kernels;

/// <summary>The standard normal distribution: its density φ and its cumulative Φ.</summary>
/// <remarks>
/// φ(x) = exp(−x²/2) / √(2π)
/// Φ(x) = erfc(−x/√2) / 2, small values with all their digits
///
/// erfc(z) = exp(−z²) · P(t) / (1 + 2z) for z ≥ 0, where t = (z − c) / (z + c) takes [0, ∞) to [−1, 1) and P is a polynomial; Φ(x) = 1 − Φ(−x) for x &gt; 0.
/// Source: Shepherd &amp; Laframboise 1981, whose c is 3.75; P is their Chebyshev series, computed anew to 60 digits and cut off below half a unit of the last place.
/// </remarks>
internal static class NormalDistribution
{
    /// <summary>So many numbers stay in the first cache while the polynomial passes over them.</summary>
    private const int BlockLength = 512;

    private const double Centre = 3.75;

    /// <summary>The coefficients of P in double, from t⁰ on.</summary>
    private static ReadOnlySpan<double> Precise =>
    [
        1.2375126308378275, -0.14024059858554697, 0.0035854154854644293, 0.082276738490145204, -0.10880393014174886,
        0.092304321160377484, -0.058693398589636771, 0.028362277418956406, -0.0097465795580292756, 0.0017556258528952954,
        0.00029371366559134481, -0.00029015408054084172, 5.1649098892682407e-05, 2.2384239155082231e-05, -1.1444146237700524e-05,
        -9.7355989673677497e-07, 1.7516376488490621e-06, -5.7218230603224086e-08, -2.5866850716155884e-07, 2.3263508708859124e-08,
        3.8675334242222354e-08, -3.7442100809620183e-09, -5.1739902140113095e-09, 3.1114333809799254e-10, 4.2514714447963895e-10,
    ];

    /// <summary>The coefficients of P in float.</summary>
    private static ReadOnlySpan<double> Short =>
    [
        1.2375126300326993, -0.14024065832138641, 0.0035854953140630899, 0.082278419983470463, -0.10880522754949953,
        0.092290769591303778, -0.058685440493631107, 0.028409252364127259, -0.009770087183368234, 0.0016759122179811311,
        0.00033016745627228067, -0.00022411674674416022, 2.2046718905694024e-05,
    ];

    /// <summary>Φ(x) and φ(x), which share the one exponential; ±∞ gives 1 and 0, NaN stays NaN. The spans must not overlap.</summary>
    internal static void Run<T>(ReadOnlySpan<T> x, Span<T> cumulative, Span<T> density)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using Scratch<T> scratch = new(BlockLength);
        for (int start = 0; start < x.Length; start += BlockLength)
        {
            int count = Math.Min(BlockLength, x.Length - start);
            RunBlock(x.Slice(start, count), scratch.Values[..count], cumulative.Slice(start, count), density.Slice(start, count));
        }
    }

    private static void RunBlock<T>(ReadOnlySpan<T> x, Span<T> t, Span<T> cumulative, Span<T> z)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // z takes the place of the density until it becomes it. e^(−z²) is 0 in every precision long before 64, and ∞ would give ∞ / ∞.
        T half = T.CreateChecked(0.5), centre = T.CreateChecked(Centre);
        TensorPrimitives.Abs(x, z);
        TensorPrimitives.Multiply(z, T.CreateChecked(Math.Sqrt(0.5)), z);
        TensorPrimitives.Min(z, T.CreateChecked(64), z);
        TensorPrimitives.Add(z, centre, t);
        TensorPrimitives.Subtract(z, centre, cumulative);
        TensorPrimitives.Divide(cumulative, t, t);
        Polynomial(t, cumulative);

        // The tail Φ(−|x|) = P(t) · e^(−z²) / (2·(1 + 2z)).
        TensorPrimitives.Multiply(z, T.CreateChecked(4), t);
        TensorPrimitives.Add(t, T.CreateChecked(2), t);
        TensorPrimitives.Divide(cumulative, t, cumulative);
        TensorPrimitives.Multiply(z, z, z);
        TensorPrimitives.Negate<T>(z, z);
        Exponential.Exp(z);
        TensorPrimitives.Multiply(cumulative, z, cumulative);
        TensorPrimitives.Multiply(z, T.CreateChecked(1 / Math.Sqrt(2 * Math.PI)), z);

        // Φ(x) = h − s·tail with s = ±1 as x, and h = 1 or 0.
        t.Fill(T.One);
        TensorPrimitives.CopySign(t, x, t);
        TensorPrimitives.Multiply(cumulative, t, cumulative);
        TensorPrimitives.Multiply(t, half, t);
        TensorPrimitives.Add(t, half, t);
        TensorPrimitives.Subtract(t, cumulative, cumulative);
    }

    /// <summary>P(t) by Horner's rule.</summary>
    private static void Polynomial<T>(ReadOnlySpan<T> t, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReadOnlySpan<double> coefficients = typeof(T) == typeof(float) ? Short : Precise;
        destination.Fill(T.CreateChecked(coefficients[^1]));
        for (int power = coefficients.Length - 2; power >= 0; power--) TensorPrimitives.MultiplyAdd(destination, t, T.CreateChecked(coefficients[power]), destination);
    }
}
