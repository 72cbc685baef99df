using System.Text.Json.Nodes;

namespace AttentionNotebooks.Runner.Documents;

/// <summary>A notebook in memory.</summary>
/// <param name="Cells">Its cells from top to bottom.</param>
/// <param name="KernelName">The kernelspec's name, as <c>.net-csharp</c>; empty where the file names none.</param>
/// <param name="Language">The language of its code, as <c>C#</c>; empty where the file names none.</param>
internal sealed record Notebook(IReadOnlyList<Cell> Cells, string KernelName, string Language)
{
    /// <summary>The whole file as it was read, kept for what we have no name for, and never changed; null for a notebook made here.</summary>
    public JsonObject? Stored { get; init; }
}
