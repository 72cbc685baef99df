using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace AttentionNotebooks.Kernels;

/// <summary>Tokens into a panel of lanes, and back.</summary>
/// <remarks>
/// destination[c·destinationStep + r] = source[r·sourceStep + c] · factors[c]    r = 0 … rows − 1, c = 0 … columns − 1; no factors: 1
///
/// In squares of 128 bits on a side, 4×4 in float and 2×2 in double, whatever the width of the other kernels; the rest one by one.
/// </remarks>
internal static class Transposition
{
    private static bool CanZip
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Sse2.IsSupported || AdvSimd.Arm64.IsSupported;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Run<T>(
        ReadOnlySpan<T> source, int sourceStep, int rows, int columns, Span<T> destination, int destinationStep, ReadOnlySpan<T> factors = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (rows == 0 || columns == 0) return;
        Debug.Assert(source.Length >= ((rows - 1) * sourceStep) + columns && destination.Length >= ((columns - 1) * destinationStep) + rows);
        int side = CanZip ? Vector128<T>.Count : 1, squareRows = CanZip ? rows - (rows % side) : 0, squareColumns = CanZip ? columns - (columns % side) : 0;
        for (int column = 0; column < squareColumns; column += side)
        {
            Vector128<T> factor = factors.IsEmpty ? Vector128<T>.One : Vector128.LoadUnsafe(in factors[column]);
            ref readonly T from = ref source[column];
            ref T to = ref destination[column * destinationStep];
            if (typeof(T) == typeof(float)) FourColumns(in from, (nuint)sourceStep, squareRows, ref to, (nuint)destinationStep, factor);
            else TwoColumns(in from, (nuint)sourceStep, squareRows, ref to, (nuint)destinationStep, factor);
        }

        OneByOne(source, sourceStep, squareRows..rows, 0..squareColumns, destination, destinationStep, factors);
        OneByOne(source, sourceStep, 0..rows, squareColumns..columns, destination, destinationStep, factors);
    }

    private static void OneByOne<T>(
        ReadOnlySpan<T> source, int sourceStep, Range rows, Range columns, Span<T> destination, int destinationStep, ReadOnlySpan<T> factors)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int column = columns.Start.Value; column < columns.End.Value; column++)
        {
            T factor = factors.IsEmpty ? T.One : factors[column];
            for (int row = rows.Start.Value; row < rows.End.Value; row++)
                destination[(column * destinationStep) + row] = source[(row * sourceStep) + column] * factor;
        }
    }

    /// <summary>Four columns of float: two rounds of zips, numbers with numbers of the next row, then pairs with pairs; two squares at a time with AVX.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourColumns<T>(ref readonly T source, nuint step, int rows, ref T destination, nuint destinationStep, Vector128<T> factor)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ref float from = ref Unsafe.As<T, float>(ref Unsafe.AsRef(in source)), to = ref Unsafe.As<T, float>(ref destination);
        Vector128<float> f = factor.AsSingle();
        Vector256<float> ff = Vector256.Create(f, f);
        for (; Avx.IsSupported && rows >= 8; rows -= 8)
        {
            Vector256<float> r0 = Rows(ref from, 0, 4 * step) * ff, r1 = Rows(ref from, step, 5 * step) * ff;
            Vector256<float> r2 = Rows(ref from, 2 * step, 6 * step) * ff, r3 = Rows(ref from, 3 * step, 7 * step) * ff;
            Vector256<double> low01 = Avx.UnpackLow(r0, r1).AsDouble(), high01 = Avx.UnpackHigh(r0, r1).AsDouble();
            Vector256<double> low23 = Avx.UnpackLow(r2, r3).AsDouble(), high23 = Avx.UnpackHigh(r2, r3).AsDouble();
            Avx.UnpackLow(low01, low23).AsSingle().StoreUnsafe(ref to);
            Avx.UnpackHigh(low01, low23).AsSingle().StoreUnsafe(ref to, destinationStep);
            Avx.UnpackLow(high01, high23).AsSingle().StoreUnsafe(ref to, 2 * destinationStep);
            Avx.UnpackHigh(high01, high23).AsSingle().StoreUnsafe(ref to, 3 * destinationStep);
            from = ref Unsafe.Add(ref from, 8 * step);
            to = ref Unsafe.Add(ref to, 8);
        }

        for (; rows >= 4; rows -= 4)
        {
            Vector128<float> r0 = Vector128.LoadUnsafe(ref from) * f, r1 = Vector128.LoadUnsafe(ref from, step) * f;
            Vector128<float> r2 = Vector128.LoadUnsafe(ref from, 2 * step) * f, r3 = Vector128.LoadUnsafe(ref from, 3 * step) * f;
            Vector128<double> low01 = ZipLow(r0, r1).AsDouble(), high01 = ZipHigh(r0, r1).AsDouble(), low23 = ZipLow(r2, r3).AsDouble(), high23 = ZipHigh(r2, r3).AsDouble();
            ZipLow(low01, low23).AsSingle().StoreUnsafe(ref to);
            ZipHigh(low01, low23).AsSingle().StoreUnsafe(ref to, destinationStep);
            ZipLow(high01, high23).AsSingle().StoreUnsafe(ref to, 2 * destinationStep);
            ZipHigh(high01, high23).AsSingle().StoreUnsafe(ref to, 3 * destinationStep);
            from = ref Unsafe.Add(ref from, 4 * step);
            to = ref Unsafe.Add(ref to, 4);
        }
    }

    /// <summary>Two columns of double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TwoColumns<T>(ref readonly T source, nuint step, int rows, ref T destination, nuint destinationStep, Vector128<T> factor)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ref double from = ref Unsafe.As<T, double>(ref Unsafe.AsRef(in source)), to = ref Unsafe.As<T, double>(ref destination);
        Vector128<double> f = factor.AsDouble();
        for (; rows >= 2; rows -= 2)
        {
            Vector128<double> r0 = Vector128.LoadUnsafe(ref from) * f, r1 = Vector128.LoadUnsafe(ref from, step) * f;
            ZipLow(r0, r1).StoreUnsafe(ref to);
            ZipHigh(r0, r1).StoreUnsafe(ref to, destinationStep);
            from = ref Unsafe.Add(ref from, 2 * step);
            to = ref Unsafe.Add(ref to, 2);
        }
    }

    /// <summary>Four numbers of a row in the lower half, four of the fourth row after it in the upper.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Rows(ref float source, nuint lower, nuint upper) =>
        Vector256.Create(Vector128.LoadUnsafe(ref source, lower), Vector128.LoadUnsafe(ref source, upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipLow(Vector128<float> a, Vector128<float> b) => Sse.IsSupported ? Sse.UnpackLow(a, b) : AdvSimd.Arm64.ZipLow(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipHigh(Vector128<float> a, Vector128<float> b) => Sse.IsSupported ? Sse.UnpackHigh(a, b) : AdvSimd.Arm64.ZipHigh(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ZipLow(Vector128<double> a, Vector128<double> b) => Sse2.IsSupported ? Sse2.UnpackLow(a, b) : AdvSimd.Arm64.ZipLow(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ZipHigh(Vector128<double> a, Vector128<double> b) => Sse2.IsSupported ? Sse2.UnpackHigh(a, b) : AdvSimd.Arm64.ZipHigh(a, b);
}
