using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Rotary positions (RoPE) on queries and keys: each pair of entries is turned by an angle that grows with the position.</summary>
/// <remarks>
/// Pair k of a vector of d entries at position p turns by p·base^(−2k/d), so that the score of two tokens depends on their distance only
/// (Su et al. 2021, equation 34). Immutable and safe to share between threads.
/// </remarks>
public sealed class RotaryPositions
{
    /// <summary>Rotary positions.</summary>
    /// <param name="wavelengthBase">10,000 in the paper; a finite number greater than 1.</param>
    /// <param name="layout">Which two entries turn together.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="wavelengthBase"/> is out of range.</exception>
    public RotaryPositions(double wavelengthBase = 10_000, RotaryLayout layout = RotaryLayout.Interleaved)
    {
        CheckBase(wavelengthBase);
        WavelengthBase = wavelengthBase;
        Layout = layout;
    }

    internal double WavelengthBase { get; }

    internal RotaryLayout Layout { get; }

    /// <summary>Turns every column by its position, counted from 0.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="vectors">Queries or keys, d×n with even d; one token is one column. Not changed.</param>
    /// <returns>The turned vectors, d×n.</returns>
    /// <exception cref="ArgumentException">d is odd.</exception>
    public Matrix<T> Apply<T>(Matrix<T> vectors)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(vectors);
        CheckEven(vectors.RowCount, nameof(vectors));
        Matrix<T> rotated = MatrixStorage.Copy(vectors, out Span<T> values);
        Rotate(values, new RotaryAngles<T>(WavelengthBase, vectors.RowCount, 0, vectors.ColumnCount));
        return rotated;
    }

    /// <summary>The chain rule: the gradient of the vectors from that of the turned ones, which is turned back, for the transpose of a rotation is its inverse.</summary>
    /// <param name="gradient">d×n; one token is one column. Not changed.</param>
    internal Matrix<T> Backward<T>(Matrix<T> gradient)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Matrix<T> back = MatrixStorage.Copy(gradient, out Span<T> values);
        Rotate(values, new RotaryAngles<T>(WavelengthBase, gradient.RowCount, 0, gradient.ColumnCount).Back());
        return back;
    }

    /// <summary>Turns one vector by its position.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="vector">A query or key, d entries with even d. Not changed.</param>
    /// <param name="position">From 0.</param>
    /// <returns>The turned vector, d entries.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="position"/> is negative.</exception>
    /// <exception cref="ArgumentException">d is odd.</exception>
    public Vector<T> Apply<T>(Vector<T> vector, int position)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(vector);
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        CheckEven(vector.Count, nameof(vector));
        T[] values = vector.ToArray();
        Rotate(values, new RotaryAngles<T>(WavelengthBase, vector.Count, position, 1));
        return Vector<T>.Build.Dense(values);
    }

    internal static void CheckBase(double wavelengthBase)
    {
        if (!(wavelengthBase > 1 && double.IsFinite(wavelengthBase)))
            throw new ArgumentOutOfRangeException(nameof(wavelengthBase), wavelengthBase, "wavelengthBase must be a finite number greater than 1.");
    }

    internal static void CheckEven(int size, string name)
    {
        if (size % 2 != 0)
            throw Check.Wrong(name, $"Rotary positions turn entries in pairs, so queries and keys must have an even size: the size is {size}.");
    }

    /// <summary>Turns every column in place by its position, counted from 0.</summary>
    internal void Rotate<T>(Span<T> columns, RotaryAngles<T> angles)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        int size = 2 * angles.Pairs;
        for (int position = 0; position < columns.Length / size; position++)
            Rotate(columns.Slice(position * size, size), angles, position);
    }

    private void Rotate<T>(Span<T> vector, RotaryAngles<T> angles, int position)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        int half = angles.Pairs;
        for (int k = 0; k < half; k++)
        {
            (int first, int second) = Layout == RotaryLayout.Interleaved ? (2 * k, (2 * k) + 1) : (k, k + half);
            (T s, T c) = angles.Of(position, k);
            T x = vector[first], y = vector[second];
            vector[first] = (x * c) - (y * s);
            vector[second] = (x * s) + (y * c);
        }
    }
}
