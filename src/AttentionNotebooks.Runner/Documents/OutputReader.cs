using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Outputs;

namespace AttentionNotebooks.Runner.Documents;

/// <summary>nbformat's outputs → ours.</summary>
internal static class OutputReader
{
    /// <summary>Reads one output; <paramref name="where"/> names it in messages.</summary>
    internal static Output Read(JsonNode? node, string where)
    {
        JsonObject output = node as JsonObject ?? throw new FormatException($"{where} must be an object.");
        string type = output.RequireText("output_type", where);
        return type switch
        {
            "stream" => ReadStream(output, where),
            "display_data" => ReadDisplay(output, where, isResult: false),
            "execute_result" => ReadDisplay(output, where, isResult: true),
            "error" => ReadError(output, where),
            _ => throw new FormatException($"{where} has the unknown type '{type}'."),
        };
    }

    private static StreamOutput ReadStream(JsonObject output, string where)
    {
        StreamName name = output.RequireText("name", where) == "stderr" ? StreamName.Stderr : StreamName.Stdout;
        return new StreamOutput(name, output.RequireMultiline("text", where));
    }

    private static DisplayOutput ReadDisplay(JsonObject output, string where, bool isResult) =>
        new(MimeBundle.Read(output.Require<JsonObject>("data", where), where), isResult);

    private static ErrorOutput ReadError(JsonObject output, string where)
    {
        IEnumerable<string> traceback = output.Require<JsonArray>("traceback", where)
            .Select(line => JsonFields.AsMultiline(line)
                ?? throw new FormatException($"'traceback' of {where} must be a list of strings."));
        return new ErrorOutput(output.RequireText("ename", where), output.RequireText("evalue", where), [.. traceback]);
    }
}
