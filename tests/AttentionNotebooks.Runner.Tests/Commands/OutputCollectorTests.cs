using AttentionNotebooks.Runner.Commands;
using AttentionNotebooks.Runner.Outputs;

namespace AttentionNotebooks.Runner.Tests.Commands;

public sealed class OutputCollectorTests
{
    private static readonly StreamOutput Before = new(StreamName.Stdout, "before");
    private static readonly StreamOutput After = new(StreamName.Stdout, "after");

    private readonly OutputCollector collector = new([], _ => { });

    [Fact]
    public void Clear_TakesAwayWhatIsThere()
    {
        Emit(Before, new ClearOutput(Waits: false));
        Assert.Empty(collector.Outputs);

        Emit(After);
        Assert.Equal([After], collector.Outputs);
    }

    [Fact]
    public void ClearThatWaits_TakesItAwayWithTheNextOutput()
    {
        Emit(Before, new ClearOutput(Waits: true));
        Assert.Equal([Before], collector.Outputs);

        Emit(After);
        Assert.Equal([After], collector.Outputs);
    }

    private void Emit(params Output[] outputs)
    {
        foreach (var output in outputs) collector.Emit(output);
    }
}
