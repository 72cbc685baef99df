namespace AttentionNotebooks;

/// <summary>Pictures of what a model reads.</summary>
public static class ReadingFigures
{
    /// <summary>The most probable words for the blank, and below what each head looked at.</summary>
    /// <param name="reading">The reading.</param>
    /// <returns>The figure.</returns>
    public static ReadingFigure Figure(this Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return new ReadingFigure(reading);
    }
}
