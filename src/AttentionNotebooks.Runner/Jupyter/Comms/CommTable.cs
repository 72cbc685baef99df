namespace AttentionNotebooks.Runner.Jupyter.Comms;

/// <summary>The comms that are open: direct lines between something in a page and something in the kernel.</summary>
internal sealed class CommTable
{
    /// <summary>
    /// The one target that the kernel serves: it sends back what it is sent. With it a front end, or a test, finds out whether comms get
    /// through before something is built on them; no cell can open a comm of its own yet.
    /// </summary>
    public const string EchoTarget = "attention-notebooks.echo";

    private readonly Dictionary<string, string> targets = [];

    /// <summary>The id of each open comm, and its target.</summary>
    public IReadOnlyDictionary<string, string> Open => targets;

    /// <summary>Opens a comm; false if nobody serves the target.</summary>
    public bool TryOpen(string id, string target) => target == EchoTarget && targets.TryAdd(id, target);

    /// <summary>Closes a comm, if it is open.</summary>
    public void Close(string id) => targets.Remove(id);
}
