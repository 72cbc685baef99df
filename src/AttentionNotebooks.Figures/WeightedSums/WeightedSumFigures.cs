using System.Numerics;

namespace AttentionNotebooks;

/// <summary>The vector view as a picture: what is added to what.</summary>
public static class WeightedSumFigures
{
    /// <summary>Each key's weight, its value, and how they add up to the output of one token.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="trace">The trace of a token.</param>
    /// <returns>The figure.</returns>
    public static WeightedSumFigure WeightedSum<T>(this TokenTrace<T> trace)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(trace);
        return TokenSum.Of(trace);
    }

    /// <summary>Each head's share of the output of one token, through its block of W^o; the layer's bias, where it has one; and the first heads' own weighted sums.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="trace">The trace of a layer.</param>
    /// <param name="token">Which token, from 0.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="token"/> is not a token of the input.</exception>
    public static WeightedSumFigure WeightedSum<T>(this MultiHeadTrace<T> trace, int token)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(trace);
        Check.Index(token, trace.Output.Values.ColumnCount, "tokens");
        return HeadSum.Of(trace, token);
    }

    /// <summary>Each head's share of the output of one token, through its block of W^o; the layer's bias, where it has one; and the first heads' own weighted sums.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="trace">The trace of a layer.</param>
    /// <param name="token">A label of the input, exactly as it is written there.</param>
    /// <param name="occurrence">Which one, from 1, where the token occurs more than once.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentException">The input has no labels, no such label, or several and <paramref name="occurrence"/> does not say which.</exception>
    public static WeightedSumFigure WeightedSum<T>(this MultiHeadTrace<T> trace, string token, int? occurrence = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(token);
        return trace.WeightedSum(TokenLabels.Find(trace.Input.ColumnLabels, token, occurrence));
    }
}
