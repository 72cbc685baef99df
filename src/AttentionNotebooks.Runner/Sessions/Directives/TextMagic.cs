namespace AttentionNotebooks.Runner.Sessions.Directives;

/// <summary>A magic that shows the text below it, as it is: <c>#!markdown</c> and <c>#!html</c>.</summary>
internal sealed class TextMagic(string name, string language, string mimeType) : IMagic
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = [name];

    /// <inheritdoc/>
    public string Summary => $"Shows what follows as {language}.";

    /// <inheritdoc/>
    public MagicRole Role => MagicRole.BeginsText;

    /// <inheritdoc/>
    public Task RunAsync(MagicCall call, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(call.Text)) call.Cell.Show((mimeType, call.Text));
        return Task.CompletedTask;
    }
}
