namespace AttentionNotebooks;

/// <summary>The pictures of traces: what a trace shows itself as, to be kept or saved.</summary>
public static class StepFigures
{
    /// <summary>The steps of one head, from the input to the output.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="trace">The trace of a head.</param>
    /// <returns>The figure.</returns>
    public static TraceFigure Steps<T>(this AttentionTrace<T> trace)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(trace);
        return TraceFigure.Of(trace);
    }

    /// <summary>The three steps of the vector view, for one token.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="trace">The trace of a token.</param>
    /// <returns>The figure.</returns>
    public static TokenFigure Steps<T>(this TokenTrace<T> trace)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(trace);
        return TokenFigure.Of(trace);
    }

    /// <summary>The heads side by side, how they are joined, and the first heads' own steps.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="trace">The trace of a layer.</param>
    /// <returns>The figure.</returns>
    public static MultiHeadFigure Steps<T>(this MultiHeadTrace<T> trace)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(trace);
        return MultiHeadFigure.Of(trace);
    }
}
