using System.Net.Sockets;
using System.Text;
using AttentionNotebooks.Runner.Jupyter.Channels;
using AttentionNotebooks.Runner.Tests.Jupyter.Support;

namespace AttentionNotebooks.Runner.Tests.Jupyter.Channels;

public sealed class HostileMessageTests(LiveKernel live) : IClassFixture<LiveKernel>
{
    private const int Rounds = 2_500;

    private readonly JupyterClient client = live.Client;

    [Fact]
    public void Message_WithoutTheRightSignature_IsDroppedAndLogged()
    {
        var marker = NewMarker();
        var frames = Cell($"System.IO.File.WriteAllText(@\"{marker}\", \"\");");
        byte[] wrong = [.. frames[1]];
        wrong[^1] ^= 1;

        client.SendFrames(ChannelName.Shell, [frames[0], [], .. frames.Skip(2)]);
        client.SendFrames(ChannelName.Shell, [frames[0], wrong, .. frames.Skip(2)]);
        client.SendFrames(ChannelName.Shell, [frames[0], frames[1][..^1], .. frames.Skip(2)]);
        client.SendFrames(ChannelName.Shell, [frames[0], frames[1], frames[3], frames[2], .. frames.Skip(4)]);

        AssertLives();
        Assert.False(File.Exists(marker));
        AssertLogs("not signed", "signature is wrong");
    }

    [Fact]
    public void Message_SentAgain_IsDropped()
    {
        var marker = NewMarker();
        var id = Guid.NewGuid().ToString("n");
        var code = $"System.IO.File.AppendAllText(@\"{marker}\", \"x\");";
        var frames = client.Sign(JupyterClient.Parts(id, "execute_request", JupyterClient.Cell(code)));

        client.SendFrames(ChannelName.Shell, frames);
        client.Finish(id);
        client.SendFrames(ChannelName.Shell, frames);

        AssertLives();
        Assert.Equal("x", File.ReadAllText(marker));
        AssertLogs("came before");
    }

    [Theory]
    [InlineData("no_such_request")]
    [InlineData("execute_reply")]
    [InlineData("")]
    public void Message_OfUnknownType_IsDroppedAndLogged(string type)
    {
        client.Send(ChannelName.Shell, type, []);
        client.Send(ChannelName.Control, type, []);

        AssertLives();
        AssertLogs("type is not known");
    }

    [Fact]
    public void SignedMessage_WhoseJsonIsBroken_IsDropped()
    {
        var parts = JupyterClient.Parts("1", "execute_request", JupyterClient.Cell("1"));
        string[] broken = ["", "{", "[]", "null", "7", "{\"a\":1,\"a\":2}", "{\"msg_id\":\"\\ud800\"}", new string('[', 5_000), "{\"msg_type\":5,\"msg_id\":\"6\"}", "\u0001"];
        foreach (var json in broken)
        {
            for (var i = 0; i < 4; i++)
            {
                byte[][] changed = [.. parts];
                changed[i] = Encoding.UTF8.GetBytes(json);
                client.SendFrames(ChannelName.Control, client.Sign(changed));
            }
        }

        AssertLives();
        AssertLogs("JSON is broken", "not a JSON object", "no msg_type");
    }

    [Fact]
    public void Text_ThatIsNoUnicode_IsAnErrorReply()
    {
        var parts = JupyterClient.Parts("surrogate", "execute_request", []);
        parts[3] = "{\"code\":\"\\ud800\"}"u8.ToArray();
        client.SendFrames(ChannelName.Shell, client.Sign(parts));

        Assert.Equal("error", client.Finish("surrogate").Status);
        AssertLives();
    }

    [Fact]
    public void Log_OfAnything_NeverQuotesACell()
    {
        var frames = Cell("var secret = \"hush-hush\"; throw new Exception(secret);");
        client.SendFrames(ChannelName.Shell, [frames[0], [], .. frames.Skip(2)]);
        client.Execute("var secret = \"hush-hush\"; throw new Exception(secret);");

        AssertLives();
        Assert.DoesNotContain(live.Kernel.Log, line => line.Contains("hush", StringComparison.Ordinal));
    }

    [Fact]
    public void Fuzz_ThousandsOfMalformedMessages_LeaveTheKernelAlive()
    {
        var random = new Random(5);
        ChannelName[] channels = [ChannelName.Shell, ChannelName.Control, ChannelName.Input];
        for (var i = 0; i < Rounds; i++) client.SendFrames(channels[random.Next(3)], MalformedMessage.Make(random, client));

        AssertLives();
    }

    [Fact]
    public void Fuzz_BytesThatAreNoZeroMq_LeaveTheKernelAlive()
    {
        var random = new Random(6);
        var connection = live.Kernel.Connection;
        int[] ports = [connection.ShellPort, connection.ControlPort, connection.PublishPort, connection.InputPort, connection.HeartbeatPort];
        for (var i = 0; i < 100; i++)
        {
            using var socket = new TcpClient(connection.Ip, ports[random.Next(ports.Length)]);
            socket.GetStream().Write(MalformedMessage.Handshake(random));
        }

        AssertLives();
    }

    private IReadOnlyList<byte[]> Cell(string code) =>
        client.Sign(JupyterClient.Parts(Guid.NewGuid().ToString("n"), "execute_request", JupyterClient.Cell(code)));

    private string NewMarker() => Path.Combine(live.Kernel.Folder, Guid.NewGuid().ToString("n"));

    private void AssertLives()
    {
        Assert.Equal("alive", client.Execute("\"alive\"").Result);
        Assert.Equal("ok", client.Ask("kernel_info_request", [], ChannelName.Control).Status);
        Assert.True(client.HeartBeats());
    }

    // The log comes by another way than the replies.
    private void AssertLogs(params string[] reasons) => Assert.True(
        SpinWait.SpinUntil(() => reasons.All(reason => live.Kernel.Log.Any(line => line.Contains(reason, StringComparison.Ordinal))), TimeSpan.FromSeconds(30)),
        string.Join("\n", live.Kernel.Log));
}
