using System.Text;
using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Jupyter.Messages;

namespace AttentionNotebooks.Runner.Jupyter.Channels;

/// <summary>Tells every front end what the kernel does (Jupyter's IOPub). Thread-safe.</summary>
internal sealed class Publisher(KernelSockets sockets, MessageWriter writer)
{
    /// <summary>The parent header of what answers nothing.</summary>
    public static byte[] NoParent { get; } = [.. "{}"u8];

    /// <summary>Publishes a message.</summary>
    public void Publish(string type, byte[] parentHeader, JsonObject content) =>
        sockets.Send(new Outgoing(ChannelName.Publish, writer.Write([Encoding.ASCII.GetBytes(type)], type, parentHeader, content)));

    /// <summary>Says what the kernel is about: <c>starting</c>, <c>busy</c> or <c>idle</c>.</summary>
    public void PublishStatus(string state, byte[] parentHeader) =>
        Publish("status", parentHeader, new JsonObject { ["execution_state"] = state });
}
