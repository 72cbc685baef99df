using System.Diagnostics;
using System.Globalization;

namespace AttentionNotebooks.Runner.Sessions.Directives;

/// <summary><c>#!time</c>: how long the rest of the cell takes.</summary>
internal sealed class TimeMagic : IMagic
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["#!time"];

    /// <inheritdoc/>
    public string Summary => "Shows how long the rest of the cell took.";

    /// <inheritdoc/>
    public Task RunAsync(MagicCall call, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        call.Cell.AtEnd(() => call.Cell.Show(
            ("text/plain", string.Create(CultureInfo.InvariantCulture, $"Wall time: {watch.Elapsed.TotalMilliseconds:0.###} ms"))));
        return Task.CompletedTask;
    }
}
