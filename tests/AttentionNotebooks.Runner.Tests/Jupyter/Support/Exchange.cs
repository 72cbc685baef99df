using System.Text.Json.Nodes;

namespace AttentionNotebooks.Runner.Tests.Jupyter.Support;

/// <summary>What a request was answered, and all that was published on the way, from <c>busy</c> to <c>idle</c>.</summary>
internal sealed record Exchange(string Id, Heard? Reply, IReadOnlyList<Heard> Published)
{
    public string? Status => Reply?["status"];

    /// <summary>What was published between <c>busy</c> and <c>idle</c>, without the echo of the code.</summary>
    public IEnumerable<Heard> Outputs => Published.Where(message => message.Type is not ("status" or "execute_input"));

    /// <summary>The published messages of one type.</summary>
    public IReadOnlyList<Heard> Of(string type) => [.. Published.Where(message => message.Type == type)];

    /// <summary>All text of a stream.</summary>
    public string Text(string stream) => string.Concat(Of("stream").Where(message => message["name"] == stream).Select(message => message["text"]));

    /// <summary>The result as plain text.</summary>
    public string? Result => Of("execute_result").Select(message => Data(message, "text/plain")).SingleOrDefault();

    /// <summary>A display's data of one MIME type.</summary>
    public static string? Data(Heard message, string mimeType) => (message.Content["data"] as JsonObject)?[mimeType]?.ToString();
}
