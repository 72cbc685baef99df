using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Outputs;

namespace AttentionNotebooks.Runner.Documents;

/// <summary>A cell as its file had it, kept so that writing it back loses nothing that we have no name for.</summary>
/// <param name="Json">The cell's object; never changed.</param>
/// <param name="Outputs">The list read from it. A cell that still has this very list has not run since.</param>
internal sealed record StoredCell(JsonObject Json, IReadOnlyList<Output> Outputs);
