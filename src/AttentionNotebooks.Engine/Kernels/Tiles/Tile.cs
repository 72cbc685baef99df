using System.Numerics;
using System.Runtime.CompilerServices;

namespace AttentionNotebooks.Kernels;

/// <summary>The one inner loop of every product: a few rows of C against a panel of two vectors of lanes.</summary>
/// <remarks>
/// C[r, x] = finish(Σₚ A[r, p] · B[p, x])    r = 0 … rows − 1, x = 0 … 2·Count − 1, p = 0 … inner − 1
///
/// A lies where its owner keeps it: entry [r, p] is r·rowStep + p·innerStep behind the first. So keys, tokens (innerStep = 1) and values (rowStep = 1) need no packing.
/// B is a panel: the 2·Count lanes of p lie side by side, those of p + 1 panelStep behind them: 2·Count where it was packed, the size of a token where it was not.
/// All of C's tile lives in registers, 12 accumulators for 6 rows: two loads of B and six broadcasts of A feed twelve multiply-adds, more than
/// the 8 that hide the latency of two units of 4 cycles. No sum crosses lanes, so a result does not depend on what lies in the other lanes.
/// Source: the register blocking of Goto &amp; van de Geijn 2008, with the panel of queries in the place of B.
/// </remarks>
internal static class Tile<T, TVector, TLanes>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TVector : struct
    where TLanes : struct, ILanes<T, TVector>
{
    /// <summary>The lanes of a panel.</summary>
    internal static int Width
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2 * TLanes.Count;
    }

    /// <summary>One tile of C, of 6 or 4 rows; the parameters are those of <see cref="Multiply{TRows, TFinish}"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Run<TFinish>(
        int rows, ref readonly T a, int rowStep, int innerStep, ref readonly T b, int panelStep, int inner, ref T c, int cStep, ref readonly T factors)
        where TFinish : struct, ITileFinish
    {
        if (rows == 6) Multiply<SixRows, TFinish>(in a, (nuint)rowStep, (nuint)innerStep, in b, (nuint)panelStep, (nuint)inner, ref c, (nuint)cStep, in factors);
        else Multiply<FourRows, TFinish>(in a, (nuint)rowStep, (nuint)innerStep, in b, (nuint)panelStep, (nuint)inner, ref c, (nuint)cStep, in factors);
    }

    /// <summary>One tile of C.</summary>
    /// <param name="a">A[0, 0].</param>
    /// <param name="rowStep">From row to row of A.</param>
    /// <param name="innerStep">From p to p + 1 in A.</param>
    /// <param name="b">The panel: B[0, 0].</param>
    /// <param name="panelStep">From p to p + 1 in B.</param>
    /// <param name="inner">How many terms each sum has.</param>
    /// <param name="c">C[0, 0]; its lanes lie side by side.</param>
    /// <param name="cStep">From row to row of C.</param>
    /// <param name="factors">2·Count numbers for <typeparamref name="TFinish"/>.</param>
    /// <typeparam name="TRows">6 or 4 rows.</typeparam>
    /// <typeparam name="TFinish">What becomes of a sum and of what C held before.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Multiply<TRows, TFinish>(
        ref readonly T a, nuint rowStep, nuint innerStep, ref readonly T b, nuint panelStep, nuint inner, ref T c, nuint cStep, ref readonly T factors)
        where TRows : struct, ITileRows
        where TFinish : struct, ITileFinish
    {
        TVector c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        TVector c40 = default, c41 = default, c50 = default, c51 = default;
        ref T a0 = ref Unsafe.AsRef(in a);
        ref T a1 = ref Unsafe.Add(ref a0, rowStep);
        ref T a2 = ref Unsafe.Add(ref a1, rowStep);
        ref T a3 = ref Unsafe.Add(ref a2, rowStep);
        ref T a4 = ref TRows.HasSix ? ref Unsafe.Add(ref a3, rowStep) : ref a3;
        ref T a5 = ref TRows.HasSix ? ref Unsafe.Add(ref a4, rowStep) : ref a3;
        nuint end = inner * innerStep;
        nuint count = (nuint)TLanes.Count;
        ref T panel = ref Unsafe.AsRef(in b);
        for (nuint p = 0; p < end; p += innerStep)
        {
            TVector b0 = TLanes.Load(in panel, 0), b1 = TLanes.Load(in panel, count);
            panel = ref Unsafe.Add(ref panel, panelStep);
            TVector x = TLanes.Broadcast(Unsafe.Add(ref a0, p));
            c00 = TLanes.MultiplyAdd(x, b0, c00);
            c01 = TLanes.MultiplyAdd(x, b1, c01);
            x = TLanes.Broadcast(Unsafe.Add(ref a1, p));
            c10 = TLanes.MultiplyAdd(x, b0, c10);
            c11 = TLanes.MultiplyAdd(x, b1, c11);
            x = TLanes.Broadcast(Unsafe.Add(ref a2, p));
            c20 = TLanes.MultiplyAdd(x, b0, c20);
            c21 = TLanes.MultiplyAdd(x, b1, c21);
            x = TLanes.Broadcast(Unsafe.Add(ref a3, p));
            c30 = TLanes.MultiplyAdd(x, b0, c30);
            c31 = TLanes.MultiplyAdd(x, b1, c31);
            if (!TRows.HasSix) continue;
            x = TLanes.Broadcast(Unsafe.Add(ref a4, p));
            c40 = TLanes.MultiplyAdd(x, b0, c40);
            c41 = TLanes.MultiplyAdd(x, b1, c41);
            x = TLanes.Broadcast(Unsafe.Add(ref a5, p));
            c50 = TLanes.MultiplyAdd(x, b0, c50);
            c51 = TLanes.MultiplyAdd(x, b1, c51);
        }

        TVector f0 = TLanes.Load(in factors, 0), f1 = TLanes.Load(in factors, count);
        Finish<TFinish>(c00, c01, f0, f1, ref c);
        Finish<TFinish>(c10, c11, f0, f1, ref Unsafe.Add(ref c, cStep));
        Finish<TFinish>(c20, c21, f0, f1, ref Unsafe.Add(ref c, 2 * cStep));
        Finish<TFinish>(c30, c31, f0, f1, ref Unsafe.Add(ref c, 3 * cStep));
        if (!TRows.HasSix) return;
        Finish<TFinish>(c40, c41, f0, f1, ref Unsafe.Add(ref c, 4 * cStep));
        Finish<TFinish>(c50, c51, f0, f1, ref Unsafe.Add(ref c, 5 * cStep));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish<TFinish>(TVector sum0, TVector sum1, TVector factor0, TVector factor1, ref T c)
        where TFinish : struct, ITileFinish
    {
        TFinish.Store<T, TVector, TLanes>(sum0, factor0, ref c, 0);
        TFinish.Store<T, TVector, TLanes>(sum1, factor1, ref c, (nuint)TLanes.Count);
    }
}
