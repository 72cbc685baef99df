using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>Every kind of position, by name, so that theories can cross it with everything else.</summary>
public enum PositionCase
{
    None,
    RotaryInterleaved,
    RotaryHalves,
    Alibi,
    Sinusoidal,
}

internal static class PositionCases
{
    private const double Base = 10_000, Slope = 0.25;

    public static SelfAttention<T> ApplyTo<T>(this PositionCase name, SelfAttention<T> head)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => name switch
        {
            PositionCase.RotaryInterleaved => head.With(new RotaryPositions()),
            PositionCase.RotaryHalves => head.With(new RotaryPositions(layout: RotaryLayout.Halves)),
            PositionCase.Alibi => head.With(Alibi.WithSlopes(Slope)),
            _ => head,
        };

    public static ReferenceAttention ApplyTo(this PositionCase name, ReferenceAttention head) => name switch
    {
        PositionCase.RotaryInterleaved => head with { Turn = (vector, position) => Turn(vector, position, (k, _) => (2 * k, (2 * k) + 1)) },
        PositionCase.RotaryHalves => head with { Turn = (vector, position) => Turn(vector, position, (k, half) => (k, half + k)) },
        PositionCase.Alibi => head with { Bias = (key, query) => -Slope * Math.Abs(key - query) },
        _ => head,
    };

    /// <summary>The input as the engine sees it.</summary>
    public static Matrix<T> ApplyTo<T>(this PositionCase name, Matrix<T> input)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        name == PositionCase.Sinusoidal ? ((LabelledMatrix<T>)input).WithPositions() : input;

    /// <summary>The input as the oracle sees it.</summary>
    public static Matrix<double> ReferenceInput(this PositionCase name, Matrix<double> input) =>
        name == PositionCase.Sinusoidal ? input.MapIndexed((row, position, entry) => entry + Wave(row, position, input.RowCount), Zeros.Include) : input;

    private static double Wave(int row, int position, int size) =>
        row % 2 == 0 ? Math.Sin(position / Math.Pow(Base, row / (double)size)) : Math.Cos(position / Math.Pow(Base, (row - 1) / (double)size));

    /// <summary>A pair of entries is a complex number; to turn it is to multiply it by one of length 1.</summary>
    private static Vector<double> Turn(Vector<double> vector, int position, Func<int, int, (int Real, int Imaginary)> pair)
    {
        Vector<double> turned = vector.Clone();
        for (int k = 0; k < vector.Count / 2; k++)
        {
            (int real, int imaginary) = pair(k, vector.Count / 2);
            Complex angle = Complex.FromPolarCoordinates(1, position / Math.Pow(Base, 2.0 * k / vector.Count));
            Complex entry = new Complex(vector[real], vector[imaginary]) * angle;
            (turned[real], turned[imaginary]) = (entry.Real, entry.Imaginary);
        }

        return turned;
    }
}
