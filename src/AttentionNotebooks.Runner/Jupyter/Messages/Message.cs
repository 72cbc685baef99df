using System.Text.Json.Nodes;

namespace AttentionNotebooks.Runner.Jupyter.Messages;

/// <summary>A message that came from a front end, its signature proved.</summary>
/// <param name="Identities">Whom ZeroMQ sends the answer to.</param>
/// <param name="Header">Its header as it came: the parent header of all that answers it.</param>
/// <param name="Type">What it is, such as <c>execute_request</c>.</param>
/// <param name="ParentId">The id of the message that it answers; null if it answers none.</param>
/// <param name="Content">What it says.</param>
internal sealed record Message(IReadOnlyList<byte[]> Identities, byte[] Header, string Type, string? ParentId, JsonObject Content);
