using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>Asserts that gradients are the slopes that small steps along each number find.</summary>
/// <remarks>
/// dL/dx ≈ (8·(L(x + h) − L(x − h)) − (L(x + 2h) − L(x − 2h))) / 12h, whose error of h⁴ lies below the rounding of L: with h = 2⁻¹³·max(1, |x|) some 1e-12
/// times the greatest L. Where L has a kink (ReLU, sparsemax), inputs must stay 2h away from it.
/// Source: Fornberg 1988, table 1.
/// </remarks>
internal static class FiniteDifferences
{
    /// <summary>The relative error that is allowed; below a gradient of <see cref="Small"/>, relative to that.</summary>
    private const double Tolerance = 1e-6;

    private const double Small = 1e-3;

    /// <summary>Every entry of a matrix.</summary>
    /// <param name="gradient">dL/dX as the engine has it.</param>
    /// <param name="values">X, dense; moved and put back.</param>
    /// <param name="loss">L, computed anew from what X holds.</param>
    /// <param name="what">X by name.</param>
    public static void Agree(Matrix<double> gradient, Matrix<double> values, Func<double> loss, string what)
    {
        Assert.Equal((values.RowCount, values.ColumnCount), (gradient.RowCount, gradient.ColumnCount));
        Agree(gradient.ToColumnMajorArray(), values.AsColumnMajorArray(), loss, what);
    }

    /// <summary>Every number of an array.</summary>
    /// <param name="gradient">dL/dx as the engine has it.</param>
    /// <param name="values">x; moved and put back.</param>
    /// <param name="loss">L, computed anew from what x holds.</param>
    /// <param name="what">x by name.</param>
    public static void Agree(ReadOnlySpan<double> gradient, Span<double> values, Func<double> loss, string what)
    {
        Assert.Equal(values.Length, gradient.Length);
        for (int index = 0; index < values.Length; index++)
        {
            double slope = Slope(ref values[index], loss), error = Math.Abs(gradient[index] - slope);
            double allowed = Tolerance * Math.Max(Small, Math.Max(Math.Abs(gradient[index]), Math.Abs(slope)));
            if (!(error <= allowed)) Assert.Fail($"dL/d{what}[{index}] is {gradient[index]:R}, but the loss changes by {slope:R} ± {allowed:R}.");
        }
    }

    private static double Slope(ref double value, Func<double> loss)
    {
        double before = value, step = Math.ScaleB(Math.Max(1, Math.Abs(before)), -13);
        double near = At(ref value, before + step, loss) - At(ref value, before - step, loss);
        double far = At(ref value, before + (2 * step), loss) - At(ref value, before - (2 * step), loss);
        value = before;
        return ((8 * near) - far) / (12 * step);
    }

    private static double At(ref double value, double moved, Func<double> loss)
    {
        value = moved;
        return loss();
    }
}
