using System.Numerics;

namespace AttentionNotebooks;

/// <summary>Sine and cosine of every angle that some positions turn by, computed once for all vectors.</summary>
internal sealed class RotaryAngles<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly (T Sine, T Cosine)[] angles;

    /// <summary>Position·base^(−2k/d) for each pair k.</summary>
    /// <param name="wavelengthBase">The base.</param>
    /// <param name="size">d, even.</param>
    /// <param name="firstPosition">The first position, which <see cref="Of"/> calls 0.</param>
    /// <param name="positions">How many positions.</param>
    internal RotaryAngles(double wavelengthBase, int size, int firstPosition, int positions)
    {
        Pairs = size / 2;
        double[] frequencies = [.. Enumerable.Range(0, Pairs).Select(pair => Math.Pow(wavelengthBase, -2.0 * pair / size))];
        angles = new (T, T)[Pairs * positions];
        for (int index = 0; index < angles.Length; index++)
        {
            (double sine, double cosine) = Math.SinCos((firstPosition + (index / Pairs)) * frequencies[index % Pairs]);
            angles[index] = (T.CreateChecked(sine), T.CreateChecked(cosine));
        }
    }

    private RotaryAngles((T, T)[] angles, int pairs)
    {
        this.angles = angles;
        Pairs = pairs;
    }

    /// <summary>d / 2.</summary>
    internal int Pairs { get; }

    internal (T Sine, T Cosine) Of(int position, int pair) => angles[(position * Pairs) + pair];

    /// <summary>The same angles the other way round: what they turn back, these turned.</summary>
    internal RotaryAngles<T> Back() => new(Array.ConvertAll(angles, angle => (-angle.Sine, angle.Cosine)), Pairs);
}
