using System.Numerics;
using System.Runtime.CompilerServices;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks.Engine.Tests.Reference.Lanes;

/// <inheritdoc cref="IWidth{T}"/>
internal sealed class Width<T, TVector, TLanes> : IWidth<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TVector : struct
    where TLanes : struct, ILanes<T, TVector>
{
    public int Lanes => Tile<T, TVector, TLanes>.Width;

    public bool RoundsOnce { get; } = SquareOfJustAboveOneIsExact();

    public void Attend(in HeadSpans<T> head, in ScoreRule<T> rule, Range queries)
    {
        if (head.Weights.IsEmpty) PanelAttention<T, TVector, TLanes>.Stream(head, rule, queries);
        else PanelAttention<T, TVector, TLanes>.Keep(head, rule, queries);
    }

    public void Differentiate(in HeadSpans<T> head, in ScoreRule<T> rule, in GradientSpans<T> gradients) =>
        PanelGradients<T, TVector, TLanes>.Run(head, rule, gradients, CancellationToken.None);

    public void Multiply(TileCase<T> tile, Span<T> c)
    {
        switch (tile.Finish)
        {
            case FinishCase.Overwrite: Multiply<Overwrite>(tile, c); break;
            case FinishCase.Rescale: Multiply<Rescale>(tile, c); break;
            case FinishCase.Accumulate: Multiply<Accumulate>(tile, c); break;
            default: throw new InvalidOperationException();
        }
    }

    public void MultiplyPanel(ReadOnlySpan<T> panel, int lanes, ReadOnlySpan<T> b, int columns, Span<T> c, int step) =>
        PanelProduct<T, TVector, TLanes>.Run(panel, lanes, b, columns, c, step);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void RaiseTwo(Span<T> exponents)
    {
        for (int at = 0; at < exponents.Length; at += TLanes.Count)
            TLanes.Store(PowerOfTwo<T, TVector, TLanes>.Of(TLanes.Load(in exponents[at], 0)), ref exponents[at], 0);
    }

    public T[] Select(ulong bits, T a, T b)
    {
        T[] lanes = new T[TLanes.Count];
        TLanes.Store(TLanes.Select(bits, TLanes.Broadcast(a), TLanes.Broadcast(b)), ref lanes[0], 0);
        return lanes;
    }

    public override string ToString() => $"{typeof(TLanes).Name} of {typeof(T).Name}";

    private static void Multiply<TFinish>(TileCase<T> tile, Span<T> c)
        where TFinish : struct, ITileFinish => Tile<T, TVector, TLanes>.Run<TFinish>(
            tile.Rows, in tile.A[0], tile.RowStep, tile.InnerStep, in tile.B[0], tile.PanelStep, tile.Inner, ref c[0], tile.Step, in tile.Factors[0]);

    /// <summary>(1 + ε)² − (1 + 2ε) is ε² if the product is not rounded before, and 0 if it is.</summary>
    private static bool SquareOfJustAboveOneIsExact()
    {
        T epsilon = T.BitIncrement(T.One) - T.One, x = T.One + epsilon;
        T[] lanes = new T[TLanes.Count];
        TLanes.Store(TLanes.MultiplyAdd(TLanes.Broadcast(x), TLanes.Broadcast(x), TLanes.Broadcast(-(x + epsilon))), ref lanes[0], 0);
        return lanes[0] != T.Zero;
    }
}
