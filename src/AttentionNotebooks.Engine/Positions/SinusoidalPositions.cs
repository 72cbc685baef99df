using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Positions as sines and cosines, added to the input (Vaswani et al. 2017, section 3.5).</summary>
/// <remarks>P[2k, p] = sin(p / base^(2k/r)), P[2k+1, p] = cos(p / base^(2k/r)) for position p, counted from 0. Entries lie in [−1, 1].</remarks>
public static class SinusoidalPositions
{
    /// <summary>The positions alone.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="modelSize">r, at least 1. Where it is odd, the last row is a sine.</param>
    /// <param name="tokens">n, at least 1.</param>
    /// <param name="wavelengthBase">10,000 in the paper; a finite number greater than 1.</param>
    /// <returns>P, r×n.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of the range given.</exception>
    public static LabelledMatrix<T> Create<T>(int modelSize, int tokens, double wavelengthBase = 10_000)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(modelSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(tokens, 1);
        RotaryPositions.CheckBase(wavelengthBase);
        Matrix<T> positions = Matrix<T>.Build.Dense(modelSize, tokens, (row, position) =>
        {
            double angle = position * Math.Pow(wavelengthBase, -(double)(row - (row % 2)) / modelSize);
            return T.CreateChecked(row % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle));
        });
        return new LabelledMatrix<T>(positions, "Positions", "P");
    }

    /// <summary>The input with its positions added.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="input">I, r×n; one token is one column.</param>
    /// <param name="wavelengthBase">10,000 in the paper; a finite number greater than 1.</param>
    /// <returns>I + P, r×n, with the labels of the input.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="wavelengthBase"/> is out of range.</exception>
    public static LabelledMatrix<T> WithPositions<T>(this LabelledMatrix<T> input, double wavelengthBase = 10_000)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(input);
        Matrix<T> positions = Create<T>(input.Values.RowCount, input.Values.ColumnCount, wavelengthBase);
        return new LabelledMatrix<T>(input.Values + positions, $"{input.Name} with positions", input.Symbol, input.RowLabels, input.ColumnLabels);
    }
}
