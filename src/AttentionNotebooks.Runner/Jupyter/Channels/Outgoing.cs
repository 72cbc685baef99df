namespace AttentionNotebooks.Runner.Jupyter.Channels;

/// <summary>Frames to be sent on a channel.</summary>
internal sealed record Outgoing(ChannelName Channel, IReadOnlyList<byte[]> Frames);
