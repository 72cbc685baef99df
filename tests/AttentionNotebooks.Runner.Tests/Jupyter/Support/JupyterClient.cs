using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Jupyter.Channels;
using AttentionNotebooks.Runner.Jupyter.Connections;
using NetMQ;
using NetMQ.Sockets;

namespace AttentionNotebooks.Runner.Tests.Jupyter.Support;

/// <summary>A front end: it signs and checks signatures by itself, so that it does not share a mistake with the kernel. For one thread.</summary>
internal sealed class JupyterClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly byte[] key;
    private readonly Dictionary<ChannelName, NetMQSocket> sockets;
    private readonly RequestSocket heartbeat = new();
    private readonly List<Heard> others = [];

    /// <summary>Connects, and waits until the kernel answers and is heard.</summary>
    public JupyterClient(ConnectionFile connection)
    {
        key = Encoding.UTF8.GetBytes(connection.Key);
        var identity = Guid.NewGuid().ToByteArray();
        identity[0] |= 1; // ZeroMQ keeps a leading zero for itself.
        sockets = new()
        {
            [ChannelName.Shell] = Connect(new DealerSocket { Options = { Identity = identity } }, connection.AddressOf(connection.ShellPort)),
            [ChannelName.Control] = Connect(new DealerSocket { Options = { Identity = identity } }, connection.AddressOf(connection.ControlPort)),
            [ChannelName.Input] = Connect(new DealerSocket { Options = { Identity = identity } }, connection.AddressOf(connection.InputPort)),
            [ChannelName.Publish] = Subscribe(connection.AddressOf(connection.PublishPort)),
        };
        Connect(heartbeat, connection.AddressOf(connection.HeartbeatPort));
        WaitUntilHeard();
    }

    /// <summary>Sends a message as it should be; gives its id.</summary>
    public string Send(ChannelName channel, string type, JsonObject content)
    {
        var id = Guid.NewGuid().ToString("n");
        SendFrames(channel, Sign(Parts(id, type, content)));
        return id;
    }

    /// <summary>Header, parent header, metadata and content of a message.</summary>
    public static byte[][] Parts(string id, string type, JsonObject content)
    {
        JsonObject header = new()
        {
            ["msg_id"] = id,
            ["session"] = "client",
            ["username"] = "test",
            ["date"] = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture),
            ["msg_type"] = type,
            ["version"] = "5.4",
        };
        return [Utf8(header), "{}"u8.ToArray(), "{}"u8.ToArray(), Utf8(content)];
    }

    /// <summary>The frames of a message: the delimiter, the signature, the parts.</summary>
    public IReadOnlyList<byte[]> Sign(params byte[][] parts) =>
        ["<IDS|MSG>"u8.ToArray(), Encoding.ASCII.GetBytes(Signature(parts)), .. parts];

    /// <summary>Sends frames as they are.</summary>
    public void SendFrames(ChannelName channel, IEnumerable<byte[]> frames) => sockets[channel].SendMultipartBytes(frames);

    /// <summary>Receives the next message of a channel.</summary>
    public Heard Receive(ChannelName channel) =>
        TryReceive(channel, Patience) ?? throw new TimeoutException($"Nothing came on {channel} within {Patience.TotalSeconds} s.");

    /// <summary>Asks and waits for the reply and for <c>idle</c>.</summary>
    public Exchange Ask(string type, JsonObject content, ChannelName channel = ChannelName.Shell) =>
        Finish(Send(channel, type, content), channel);

    /// <summary>Waits for the reply to a request and for its <c>idle</c>.</summary>
    public Exchange Finish(string id, ChannelName channel = ChannelName.Shell)
    {
        var reply = ReceiveReply(id, channel);
        return new Exchange(id, reply, ReceivePublished(id));
    }

    /// <summary>Runs a cell.</summary>
    public Exchange Execute(string code) => Ask("execute_request", Cell(code));

    /// <summary>Begins to run a cell; gives the request's id.</summary>
    public string Start(string code, bool allowInput = false, bool stopOnError = true) =>
        Send(ChannelName.Shell, "execute_request", Cell(code, allowInput, stopOnError));

    /// <summary>The content of an <c>execute_request</c>.</summary>
    public static JsonObject Cell(string code, bool allowInput = false, bool stopOnError = true) =>
        new() { ["code"] = code, ["allow_stdin"] = allowInput, ["stop_on_error"] = stopOnError };

    /// <summary>Receives the reply to a request; replies to others are an error.</summary>
    public Heard ReceiveReply(string id, ChannelName channel = ChannelName.Shell)
    {
        var reply = Receive(channel);
        return reply.Parent == id ? reply : throw new InvalidOperationException($"The reply on {channel} is that of another request: {reply.Type}.");
    }

    /// <summary>Receives what is published for a request, up to its <c>idle</c>.</summary>
    public IReadOnlyList<Heard> ReceivePublished(string id)
    {
        List<Heard> heard = [];
        do heard.Add(NextPublished(id));
        while (heard[^1]["execution_state"] != "idle");
        return heard;
    }

    /// <summary>Waits until a message of that type is published for a request.</summary>
    public Heard WaitForPublished(string id, string type)
    {
        while (true)
        {
            if (NextPublished(id) is var message && message.Type == type) return message;
        }
    }

    /// <summary>Whether the heart beats: what is sent comes back.</summary>
    public bool HeartBeats()
    {
        heartbeat.SendFrame("ping");
        return heartbeat.TryReceiveFrameString(Patience, out var echo) && echo == "ping";
    }

    public void Dispose()
    {
        foreach (var socket in sockets.Values) socket.Dispose();
        heartbeat.Dispose();
    }

    private static NetMQSocket Connect(NetMQSocket socket, string address)
    {
        socket.Options.Linger = TimeSpan.Zero;
        socket.Options.ReceiveHighWatermark = 0;
        socket.Connect(address);
        return socket;
    }

    private static NetMQSocket Subscribe(string address)
    {
        var socket = new SubscriberSocket();
        socket.SubscribeToAnyTopic();
        return Connect(socket, address);
    }

    // Requests on two channels are answered at the same time: what belongs to another one waits for its turn.
    private Heard NextPublished(string id)
    {
        if (others.FindIndex(message => message.Parent == id) is var known and >= 0)
        {
            var message = others[known];
            others.RemoveAt(known);
            return message;
        }

        while (true)
        {
            var message = Receive(ChannelName.Publish);
            if (message.Parent == id) return message;
            others.Add(message);
        }
    }

    // A subscription takes its time: what is published before it arrives is lost.
    private void WaitUntilHeard()
    {
        for (var end = DateTime.UtcNow + Patience; DateTime.UtcNow < end;)
        {
            var id = Send(ChannelName.Shell, "kernel_info_request", []);
            ReceiveReply(id);
            if (TryReceive(ChannelName.Publish, TimeSpan.FromMilliseconds(50)) is null) continue;
            ReceivePublished(Send(ChannelName.Shell, "kernel_info_request", []));
            Receive(ChannelName.Shell);
            return;
        }

        throw new TimeoutException($"The kernel was not heard within {Patience.TotalSeconds} s.");
    }

    private Heard? TryReceive(ChannelName channel, TimeSpan limit)
    {
        List<byte[]>? frames = [];
        if (!sockets[channel].TryReceiveMultipartBytes(limit, ref frames)) return null;
        var start = frames!.FindIndex(frame => frame.AsSpan().SequenceEqual("<IDS|MSG>"u8)) + 1;
        var parts = frames.GetRange(start + 1, 4);
        if (Encoding.ASCII.GetString(frames[start]) != Signature([.. parts])) throw new InvalidOperationException("The kernel's signature is wrong.");
        return new Heard(Json(parts[0]), Json(parts[1]), Json(parts[3]));
    }

    private string Signature(byte[][] parts) =>
        key.Length == 0 ? "" : Convert.ToHexStringLower(HMACSHA256.HashData(key, parts.SelectMany(part => part).ToArray()));

    private static byte[] Utf8(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString());

    private static JsonObject Json(byte[] utf8) => JsonNode.Parse(utf8)!.AsObject();
}
