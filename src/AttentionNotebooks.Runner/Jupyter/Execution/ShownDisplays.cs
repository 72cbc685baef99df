using System.Collections.Concurrent;

namespace AttentionNotebooks.Runner.Jupyter.Execution;

/// <summary>The displays that have an identity and are shown already, so that what comes next under it is an update. Thread-safe.</summary>
internal sealed class ShownDisplays
{
    private readonly ConcurrentDictionary<string, bool> ids = [];

    /// <summary>Remembers a display; false if it was shown before.</summary>
    public bool Add(string id) => ids.TryAdd(id, true);
}
