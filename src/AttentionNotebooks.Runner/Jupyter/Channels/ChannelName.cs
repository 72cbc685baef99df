namespace AttentionNotebooks.Runner.Jupyter.Channels;

/// <summary>The channels on which messages go, beside the heartbeat.</summary>
internal enum ChannelName
{
    /// <summary>Requests that wait for one another.</summary>
    Shell,

    /// <summary>Requests that are answered while a cell runs.</summary>
    Control,

    /// <summary>The kernel's questions to the person.</summary>
    Input,

    /// <summary>What every front end hears.</summary>
    Publish,
}
