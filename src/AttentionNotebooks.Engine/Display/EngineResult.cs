namespace AttentionNotebooks;

/// <summary>A result of the engine. How it looks is for the figures to know; the engine knows only that it can be drawn.</summary>
public abstract class EngineResult : Displayable
{
    private protected EngineResult()
    {
    }

    /// <inheritdoc/>
    public override string ToHtml() => Draw(Pictures.Current).ToHtml();

    /// <inheritdoc/>
    public override string ToString() => Draw(Pictures.Current).ToString();

    private protected abstract Displayable Draw(IPictures pictures);
}
