using System.Text.Json.Nodes;

namespace AttentionNotebooks.Runner.Jupyter.Requests;

/// <summary>What a request is answered.</summary>
/// <param name="Content">The content of the reply; null where none is expected.</param>
/// <param name="Afterwards">What is done once the reply is sent.</param>
internal sealed record Reply(JsonObject? Content, Action? Afterwards = null)
{
    /// <summary>There is nothing to answer.</summary>
    public static Reply None { get; } = new((JsonObject?)null);

    /// <summary>An answer that all went well; the status is added to the content.</summary>
    public static Reply Ok(JsonObject? content = null)
    {
        content ??= [];
        content["status"] = "ok";
        return new Reply(content);
    }

    /// <summary>An answer that it could not be done.</summary>
    public static Reply Error(string name, string message, params IEnumerable<string> traceback) => new(new JsonObject
    {
        ["status"] = "error",
        ["ename"] = name,
        ["evalue"] = message,
        ["traceback"] = new JsonArray([.. traceback.Select(line => JsonValue.Create(line))]),
    });
}
