using System.Numerics;
using Plotly.NET;

namespace AttentionNotebooks;

/// <summary>Charts of a trace, to turn, to zoom into and to go on with in Plotly.NET.</summary>
public static class TraceCharts
{
    /// <summary>The scores that are normalised, with bias and mask where there are any, as a surface in three dimensions.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="trace">The trace of a head; its scores are n_k×n.</param>
    /// <returns>A chart whose one trace is a surface: y = key, x = query, z = score; a masked score is a hole.</returns>
    public static GenericChart ScoreSurface<T>(this AttentionTrace<T> trace)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(trace);
        return ScoreSurfaceChart.Of(trace.NormalisedScores, trace.Head);
    }

    /// <summary>The tokens' vectors before, r×n, and after attention, v×n, each projected on its own two principal axes.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="trace">The trace of a head.</param>
    /// <returns>A chart of two scatters: the input, and the output of the head.</returns>
    /// <remarks>Input and output may lie in different spaces: distances within a side can be compared, places across the sides cannot.</remarks>
    public static GenericChart TokenScatter<T>(this AttentionTrace<T> trace)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(trace);
        return TokenScatterChart.Of(trace.Input, trace.Output);
    }

    /// <summary>The tokens' vectors before and after a layer, both r×n, each projected on its own two principal axes.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="trace">The trace of a layer.</param>
    /// <returns>A chart of two scatters: the input, and the output of the layer.</returns>
    public static GenericChart TokenScatter<T>(this MultiHeadTrace<T> trace)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(trace);
        return TokenScatterChart.Of(trace.Input, trace.Output);
    }
}
