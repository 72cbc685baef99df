using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Jupyter.Channels;
using AttentionNotebooks.Runner.Jupyter.Comms;
using AttentionNotebooks.Runner.Tests.Jupyter.Support;

namespace AttentionNotebooks.Runner.Tests.Jupyter;

public sealed class KernelRequestTests(LiveKernel live) : IClassFixture<LiveKernel>
{
    private readonly JupyterClient client = live.Client;

    [Fact]
    public void KernelInfo_TellsProtocolAndLanguage()
    {
        var info = client.Ask("kernel_info_request", []).Reply!.Content;

        Assert.Equal(("ok", "5.4"), ((string?)info["status"], (string?)info["protocol_version"]));
        var language = info["language_info"]!;
        Assert.Equal(
            ("C#", ".cs", "text/x-csharp", "csharp"),
            ((string?)language["name"], (string?)language["file_extension"], (string?)language["mimetype"], (string?)language["pygments_lexer"]));
        Assert.Matches(@"^\d+\.\d+$", (string?)language["version"]);
    }

    [Fact]
    public void DebugRequest_IsAnErrorReply() =>
        Assert.Equal("error", client.Ask("debug_request", new JsonObject { ["command"] = "initialize" }, ChannelName.Control).Status);

    [Fact]
    public void Heart_Beats() => Assert.True(client.HeartBeats());

    [Fact]
    public void History_OfThreeCells_IsFoundByTailRangeAndPattern()
    {
        client.Execute("\"h1\"");
        client.Execute("\"h2\"");
        var last = client.Execute("\"h1\"");
        var number = (int)last.Reply!.Content["execution_count"]!;

        Assert.Equal(["\"h2\"", "\"h1\""], History(new() { ["hist_access_type"] = "tail", ["n"] = 2 }));
        Assert.Equal(
            ["\"h1\"", "\"h2\""],
            History(new() { ["hist_access_type"] = "range", ["session"] = 0, ["start"] = number - 2, ["stop"] = number }));
        Assert.Equal(["\"h1\"", "\"h1\""], History(new() { ["hist_access_type"] = "search", ["pattern"] = "*h1*" }));
        Assert.Equal(["\"h1\""], History(new() { ["hist_access_type"] = "search", ["pattern"] = "*h1*", ["unique"] = true }));
        Assert.Equal(["""["\u0022h1\u0022","h1"]"""], History(new() { ["hist_access_type"] = "tail", ["n"] = 1, ["output"] = true }));
    }

    [Fact]
    public void Comm_ToTheEcho_SendsBackWhatItIsSent()
    {
        Tell("comm_open", new() { ["comm_id"] = "c1", ["target_name"] = CommTable.EchoTarget });
        var echo = Tell("comm_msg", new() { ["comm_id"] = "c1", ["data"] = new JsonObject { ["x"] = 1 } });
        var open = Comms();
        Tell("comm_close", new() { ["comm_id"] = "c1" });

        Assert.Equal("""{"x":1}""", Assert.Single(echo.Of("comm_msg")).Content["data"]!.ToJsonString());
        Assert.Equal("""{"c1":{"target_name":"attention-notebooks.echo"}}""", open);
        Assert.Equal("{}", Comms());
    }

    [Fact]
    public void Comm_ToAnUnknownTarget_IsClosed()
    {
        var opened = Tell("comm_open", new() { ["comm_id"] = "c2", ["target_name"] = "jupyter.widget" });

        Assert.Equal("c2", Assert.Single(opened.Of("comm_close"))["comm_id"]);
        Assert.Empty(Tell("comm_msg", new() { ["comm_id"] = "c2", ["data"] = new JsonObject() }).Outputs);
    }

    [Theory]
    [InlineData("execute_request", "{}")]
    [InlineData("execute_request", """{"code":7}""")]
    [InlineData("execute_request", """{"code":"1","silent":"perhaps"}""")]
    [InlineData("execute_request", """{"code":"1","user_expressions":[1]}""")]
    [InlineData("complete_request", """{"code":"x","cursor_pos":"end"}""")]
    [InlineData("history_request", """{"hist_access_type":"other"}""")]
    public void Request_WithWrongContent_IsAnErrorReply(string type, string content)
    {
        var exchange = client.Ask(type, JsonNode.Parse(content)!.AsObject());

        Assert.Equal("error", exchange.Status);
        Assert.Equal(["busy", "idle"], exchange.Of("status").Select(status => status["execution_state"]));
    }

    private string Comms() => client.Ask("comm_info_request", new() { ["target_name"] = CommTable.EchoTarget }).Reply!.Content["comms"]!.ToJsonString();

    private Exchange Tell(string type, JsonObject content)
    {
        var id = client.Send(ChannelName.Shell, type, content);
        return new Exchange(id, null, client.ReceivePublished(id));
    }

    private IEnumerable<string> History(JsonObject content) =>
        client.Ask("history_request", content).Reply!.Content["history"]!.AsArray()
            .Select(entry => entry![2] is JsonArray pair ? pair.ToJsonString() : (string)entry[2]!);
}
