using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Jupyter.Channels;
using AttentionNotebooks.Runner.Jupyter.Messages;

namespace AttentionNotebooks.Runner.Jupyter.Requests;

/// <summary>A message that a front end expects the kernel to act on.</summary>
/// <param name="Channel">Where it came, and where the answer goes.</param>
/// <param name="Message">The message.</param>
/// <param name="Number">The how-manieth of its channel it is, from 1.</param>
internal sealed record Request(ChannelName Channel, Message Message, long Number)
{
    /// <summary>What it says.</summary>
    public JsonObject Content => Message.Content;

    /// <summary>The parent header of all that answers it.</summary>
    public byte[] Header => Message.Header;
}
