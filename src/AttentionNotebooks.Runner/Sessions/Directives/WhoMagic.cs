using AttentionNotebooks.Runner.Markup;

namespace AttentionNotebooks.Runner.Sessions.Directives;

/// <summary><c>#!who</c>: the names of the variables.</summary>
internal sealed class WhoMagic : IMagic
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["#!who"];

    /// <inheritdoc/>
    public string Summary => "Lists the names of the variables.";

    /// <inheritdoc/>
    public Task RunAsync(MagicCall call, CancellationToken cancellationToken)
    {
        call.Cell.Show(DisplayTable.Create(["Variable"], call.Cell.Variables.Select(variable => new[] { variable.Name })));
        return Task.CompletedTask;
    }
}
