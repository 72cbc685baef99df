using AttentionNotebooks.Runner.Jupyter.Channels;
using AttentionNotebooks.Runner.Tests.Jupyter.Support;

namespace AttentionNotebooks.Runner.Tests.Jupyter.Execution;

public sealed class InterruptTests(LiveKernel live) : IClassFixture<LiveKernel>
{
    private readonly JupyterClient client = live.Client;

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("await Task.Delay(-1);")]
    public void CellThatNeverEnds_IsStoppedAndTheStateSurvives(string code)
    {
        client.Execute("var survivor = 41;");
        var id = StartAndWait(code);

        Assert.Equal("ok", client.Ask("interrupt_request", [], ChannelName.Control).Status);

        var cell = client.Finish(id);
        Assert.Equal("error", cell.Status);
        Assert.Equal("Interrupted", cell.Reply!["ename"]);
        Assert.Equal("42", client.Execute("$\"{survivor + 1}\"").Result);
    }

    [Fact]
    public void Signal_InterruptsTheCellAndNotTheKernel()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent by kill.");
        var id = StartAndWait("while (true) { }");

        Signals.Send("INT", live.Kernel.Id);

        Assert.Equal("Interrupted", client.Finish(id).Reply!["ename"]);
        Assert.Equal("alive", client.Execute("\"alive\"").Result);
    }

    [Fact]
    public void InterruptedCell_AbortsThoseThatWaitAlready()
    {
        var id = StartAndWait("while (true) { }");
        var waiting = client.Start("1");
        client.HeartBeats(); // What was sent before has arrived.

        client.Ask("interrupt_request", [], ChannelName.Control);

        Assert.Equal("error", client.Finish(id).Status);
        Assert.Equal("aborted", client.Finish(waiting).Status);
    }

    [Fact]
    public void InterruptOfNothing_IsAnswered()
    {
        Assert.Equal("ok", client.Ask("interrupt_request", [], ChannelName.Control).Status);
        Assert.Equal("alive", client.Execute("\"alive\"").Result);
    }

    [Fact]
    public void ControlAndHeartbeat_WhileACellOccupiesEveryCore_AreAnswered()
    {
        using var busy = new LiveKernel();
        var id = StartAndWait("for (var i = 0; i < 2 * Environment.ProcessorCount; i++) _ = Task.Run(() => { while (true) { } }); while (true) { }", busy.Client);

        Assert.Equal("5.4", busy.Client.Ask("kernel_info_request", [], ChannelName.Control).Reply!["protocol_version"]);
        Assert.True(busy.Client.HeartBeats());
        busy.Client.Ask("interrupt_request", [], ChannelName.Control);
        Assert.Equal("Interrupted", busy.Client.ReceiveReply(id)["ename"]);
    }

    private string StartAndWait(string code) => StartAndWait(code, client);

    private static string StartAndWait(string code, JupyterClient client)
    {
        var id = client.Start($"display(\"running\"); {code}");
        client.WaitForPublished(id, "display_data");
        return id;
    }
}
