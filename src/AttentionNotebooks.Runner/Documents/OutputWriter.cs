using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Outputs;

namespace AttentionNotebooks.Runner.Documents;

/// <summary>Our outputs → nbformat's, fields in alphabetical order as Jupyter has them.</summary>
internal static class OutputWriter
{
    /// <summary>Writes the outputs of a cell whose run had the number <paramref name="executionCount"/>.</summary>
    internal static JsonArray Write(IReadOnlyList<Output> outputs, int? executionCount)
    {
        JsonArray array = [];
        foreach (Output output in StreamMerger.Merge(outputs))
        {
            array.Add((JsonNode)Write(output, executionCount));
        }

        return array;
    }

    private static JsonObject Write(Output output, int? executionCount)
    {
        return output switch
        {
            StreamOutput stream => new JsonObject
            {
                ["name"] = stream.Name == StreamName.Stderr ? "stderr" : "stdout",
                ["output_type"] = "stream",
                ["text"] = MultilineText.ToLines(stream.Text),
            },
            DisplayOutput { IsResult: true } result => new JsonObject
            {
                ["data"] = MimeBundle.Write(result.Data),
                ["execution_count"] = executionCount,
                ["metadata"] = new JsonObject(),
                ["output_type"] = "execute_result",
            },
            DisplayOutput display => new JsonObject
            {
                ["data"] = MimeBundle.Write(display.Data),
                ["metadata"] = new JsonObject(),
                ["output_type"] = "display_data",
            },
            ErrorOutput error => new JsonObject
            {
                ["ename"] = error.Name,
                ["evalue"] = error.Message,
                ["output_type"] = "error",
                ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
            },
            _ => throw new ArgumentOutOfRangeException(nameof(output), output, "nbformat has no form for this output."),
        };
    }
}
