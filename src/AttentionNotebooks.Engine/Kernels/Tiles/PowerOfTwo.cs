using System.Numerics;
using System.Runtime.CompilerServices;

namespace AttentionNotebooks.Kernels;

/// <summary>2ˣ for x ≤ 0, lane by lane.</summary>
/// <remarks>
/// x = n + f, n an integer, f in [−½, ½]: adding a great number and subtracting it again rounds x to n, and leaves n + the exponent's bias in the low bits of the sum.
/// 2ˣ = 2ⁿ · p(f), p the polynomial with p(0) = 1 and the least relative error: degree 5 with 9.2·10⁻⁸ in float (Remez), degree 11 with 8.5·10⁻¹⁸ in double (Chebyshev nodes).
/// Where 2ˣ would be no normal number (x below −126 or −1022) the result is off by less than the smallest one, and exactly 0 from half a step further down; NaN stays NaN.
/// Measured, in units in the last place of 2ˣ (a test says so): at most 2.41 over all numbers of float, 2.59 where multiply-adds are rounded twice; 1.19 and 1.47 over
/// 3·10⁷ numbers of double. Whole x give exact powers, 2⁰ = 1 among them; a greater x never gives a power that is less by more than one unit.
/// </remarks>
internal static class PowerOfTwo<T, TVector, TLanes>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TVector : struct
    where TLanes : struct, ILanes<T, TVector>
{
    /// <summary>2ˣ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Of(TVector x)
    {
        (double rounder, double least) = typeof(T) == typeof(float) ? (12_582_912.0 + 127, -127.0) : (6_755_399_441_055_744.0 + 1023, -1023.0);
        x = TLanes.Max(Constant(least), x);
        TVector sum = TLanes.Add(x, Constant(rounder));
        TVector f = TLanes.Subtract(x, TLanes.Subtract(sum, Constant(rounder)));
        TVector polynomial = typeof(T) == typeof(float) ? DegreeFive(f) : DegreeEleven(f);
        return TLanes.Multiply(polynomial, TLanes.ShiftToExponent(sum));
    }

    /// <summary>After Estrin: a shorter chain than Horner's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector DegreeFive(TVector f)
    {
        TVector square = TLanes.Multiply(f, f);
        TVector high = Line(1.32647387e-3, 9.67151297e-3, f), middle = Line(5.5507337e-2, 2.40222421e-1, f), low = Line(6.93146978e-1, 1, f);
        return TLanes.MultiplyAdd(TLanes.MultiplyAdd(high, square, middle), square, low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector DegreeEleven(TVector f)
    {
        TVector square = TLanes.Multiply(f, f);
        TVector sum = TLanes.MultiplyAdd(Line(4.4549605981865186e-10, 7.0725859492692234e-09, f), square, Line(1.0178062445845774e-07, 1.3215442587921689e-06, f));
        sum = TLanes.MultiplyAdd(sum, square, Line(1.5252733829836119e-05, 1.540353044173605e-4, f));
        sum = TLanes.MultiplyAdd(sum, square, Line(1.3333558146416936e-3, 9.6181291076068882e-3, f));
        sum = TLanes.MultiplyAdd(sum, square, Line(5.5504108664821597e-2, 2.4022650695910097e-1, f));
        return TLanes.MultiplyAdd(sum, square, Line(6.9314718055994529e-1, 1, f));
    }

    /// <summary>slope · f + constant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Line(double slope, double constant, TVector f) => TLanes.MultiplyAdd(Constant(slope), f, Constant(constant));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Constant(double value) => TLanes.Broadcast(T.CreateTruncating(value));
}
