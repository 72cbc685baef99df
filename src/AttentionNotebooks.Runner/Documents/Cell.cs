using AttentionNotebooks.Runner.Outputs;

namespace AttentionNotebooks.Runner.Documents;

/// <summary>A cell of a notebook.</summary>
/// <param name="Id">Its identity within the notebook: 1 to 64 letters, digits, hyphens and underscores.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Source">Its text, lines separated by <c>\n</c>.</param>
internal sealed record Cell(string Id, CellKind Kind, string Source)
{
    /// <summary>The running number of its last run; null where it has not run, and for every cell that is not code.</summary>
    public int? ExecutionCount { get; init; }

    /// <summary>What its last run gave; empty for every cell that is not code.</summary>
    public IReadOnlyList<Output> Outputs { get; init; } = [];

    /// <summary>The language that its metadata names; null where it is the notebook's.</summary>
    public string? Language { get; init; }

    /// <summary>Files that Markdown refers to as <c>attachment:name</c>: name → MIME type → base64.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Attachments { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>What the file said of this cell; null for a cell that was made here.</summary>
    public StoredCell? Stored { get; init; }
}
