using AttentionNotebooks.Runner.Jupyter.Connections;
using AttentionNotebooks.Runner.Jupyter.Messages;
using NetMQ;
using NetMQ.Sockets;

namespace AttentionNotebooks.Runner.Jupyter.Channels;

/// <summary>
/// The kernel's five sockets. One thread, which never runs code of a cell, owns them all: a socket is no other thread's, so what is sent
/// goes through a queue, and what comes is handed on at once.
/// </summary>
internal sealed class KernelSockets : IDisposable
{
    // A flood on one channel does not keep the others waiting for longer than this many messages.
    private const int Turn = 64;

    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    private readonly Dictionary<ChannelName, NetMQSocket> sockets;
    private readonly ResponseSocket heartbeat = new();
    private readonly NetMQQueue<Outgoing?> outgoing = new();
    private readonly NetMQPoller poller = [];
    private readonly Thread thread;
    private readonly MessageReader reader;
    private readonly KernelLog log;
    private readonly Lock gate = new();
    private bool closed;

    /// <summary>Binds the sockets.</summary>
    /// <exception cref="NetMQException">A port is taken or may not be used.</exception>
    public KernelSockets(ConnectionFile connection, MessageReader reader, KernelLog log)
    {
        this.reader = reader;
        this.log = log;
        sockets = new()
        {
            [ChannelName.Shell] = Bind(new RouterSocket(), connection, connection.ShellPort),
            [ChannelName.Control] = Bind(new RouterSocket(), connection, connection.ControlPort),
            [ChannelName.Input] = Bind(new RouterSocket(), connection, connection.InputPort),
            [ChannelName.Publish] = Bind(new PublisherSocket(), connection, connection.PublishPort),
        };
        Bind(heartbeat, connection, connection.HeartbeatPort);
        thread = new Thread(poller.Run) { IsBackground = true, Name = "Jupyter sockets" };
    }

    /// <summary>Begins to listen; each message is handed to the receiver of its channel, on the sockets' own thread.</summary>
    public void Start(IReadOnlyDictionary<ChannelName, Action<Message>> receivers)
    {
        foreach (var (channel, receive) in receivers)
        {
            sockets[channel].ReceiveReady += (_, ready) => Receive(ready.Socket, channel, receive);
            poller.Add(sockets[channel]);
        }

        heartbeat.ReceiveReady += (_, ready) => ready.Socket.SendMultipartMessage(ready.Socket.ReceiveMultipartMessage());
        outgoing.ReceiveReady += (_, _) => SendQueued();
        poller.Add(heartbeat);
        poller.Add(outgoing);
        thread.Start();
    }

    /// <summary>Sends when the messages before it are sent; once the sockets close, nobody hears it any more. Thread-safe.</summary>
    public void Send(Outgoing message)
    {
        lock (gate)
        {
            if (!closed) outgoing.Enqueue(message);
        }
    }

    /// <summary>Sends what is queued, then closes.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            outgoing.Enqueue(null);
        }

        if (thread.IsAlive) thread.Join();
        poller.Dispose();
        foreach (var socket in sockets.Values) socket.Dispose();
        heartbeat.Dispose();
        outgoing.Dispose();
    }

    private static NetMQSocket Bind(NetMQSocket socket, ConnectionFile connection, int port)
    {
        socket.Options.Linger = LastWords;
        socket.Options.SendHighWatermark = 0; // No output is dropped, however fast a cell prints.
        socket.Options.IPv4Only = !connection.Ip.Contains(':', StringComparison.Ordinal);
        socket.Bind(connection.AddressOf(port));
        return socket;
    }

    private void Receive(NetMQSocket socket, ChannelName channel, Action<Message> receive)
    {
        List<byte[]> frames = [];
        for (var i = 0; i < Turn && socket.TryReceiveMultipartBytes(ref frames!); i++) Read(frames, channel, receive);
    }

    private void Read(List<byte[]> frames, ChannelName channel, Action<Message> receive)
    {
        try
        {
            receive(reader.Read(frames));
        }
        catch (MalformedMessageException exception)
        {
            log.Write($"dropped a message on the {channel} channel: {exception.Message}");
        }
    }

    private void SendQueued()
    {
        for (var i = 0; i < Turn && outgoing.TryDequeue(out var message, TimeSpan.Zero); i++)
        {
            if (message is null) poller.Stop();
            else sockets[message.Channel].SendMultipartBytes(message.Frames);
        }
    }
}
