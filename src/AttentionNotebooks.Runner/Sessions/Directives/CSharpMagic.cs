namespace AttentionNotebooks.Runner.Sessions.Directives;

/// <summary><c>#!csharp</c>: the code is C#, as it always is here.</summary>
internal sealed class CSharpMagic : IMagic
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["#!csharp", "#!c#"];

    /// <inheritdoc/>
    public string Summary => "What follows is C#; only needed after #!markdown or #!html.";

    /// <inheritdoc/>
    public MagicRole Role => MagicRole.BeginsCode;

    /// <inheritdoc/>
    public Task RunAsync(MagicCall call, CancellationToken cancellationToken) => Task.CompletedTask;
}
