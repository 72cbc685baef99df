using AttentionNotebooks.Runner.Markup;

namespace AttentionNotebooks.Runner.Sessions.Directives;

/// <summary><c>#!lsmagic</c>: the magic commands themselves.</summary>
internal sealed class LsMagic : IMagic
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["#!lsmagic"];

    /// <inheritdoc/>
    public string Summary => "Lists the magic commands.";

    /// <inheritdoc/>
    public Task RunAsync(MagicCall call, CancellationToken cancellationToken)
    {
        var rows = call.Cell.Magics.All.Select(magic => new[] { string.Join(", ", magic.Names), magic.Summary });
        call.Cell.Show(DisplayTable.Create(["Magic", "What it does"], rows));
        return Task.CompletedTask;
    }
}
