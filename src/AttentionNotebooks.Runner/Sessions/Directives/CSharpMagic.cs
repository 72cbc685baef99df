namespace AttentionNotebooks.Runner.Sessions.Directives;

/// <summary><c>#!csharp</c>: the code is C#, as it always is here.</summary>
internal sealed class CSharpMagic : IMagic
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["#!csharp", "#!c#"];

    /// <inheritdoc/>
    public Task RunAsync(Directive directive, CancellationToken cancellationToken) => Task.CompletedTask;
}
