using System.Text.Json.Nodes;

namespace AttentionNotebooks.Runner.Tests.Jupyter.Support;

/// <summary>A message of the kernel, its signature proved.</summary>
internal sealed record Heard(JsonObject Header, JsonObject ParentHeader, JsonObject Content)
{
    public string Type => (string)Header["msg_type"]!;

    public string? Parent => (string?)ParentHeader["msg_id"];

    /// <summary>A field of the content as text.</summary>
    public string? this[string name] => Content[name]?.ToString();
}
