using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Outputs;

namespace AttentionNotebooks.Runner.Documents;

/// <summary>nbformat 4 as JSON → <see cref="Notebook"/>; a <see cref="FormatException"/> says what is wrong.</summary>
internal static class NotebookReader
{
    private const string WholeFile = "the notebook";

    /// <summary>Reads the file's top-level value.</summary>
    internal static Notebook Read(JsonNode? root)
    {
        JsonObject file = root as JsonObject ?? throw new FormatException("its top level is not a JSON object.");
        CheckVersion(file);
        JsonObject metadata = file.Require<JsonObject>("metadata", WholeFile);
        Cell[] cells = [.. file.Require<JsonArray>("cells", WholeFile).Select((cell, index) => ReadCell(cell, $"cell {index + 1}"))];
        IReadOnlyList<string> ids = CellIds.Complete([.. cells.Select(cell => (cell.Stored!.Json.TextAt("id"), cell.Source))]);

        string kernel = metadata.TextAt("kernelspec", "name") ?? "";
        string language = metadata.TextAt("language_info", "name") ?? metadata.TextAt("kernelspec", "language") ?? "";
        return new Notebook([.. cells.Zip(ids, (cell, id) => cell with { Id = id })], kernel, language) { Stored = file };
    }

    private static void CheckVersion(JsonObject file)
    {
        int? major = file.RequireNumberOrNull("nbformat", WholeFile);
        if (major != NotebookVersion.Major)
        {
            throw new FormatException($"it is nbformat {major?.ToString() ?? "null"}, and only nbformat 4 can be read.");
        }

        _ = file.RequireNumberOrNull("nbformat_minor", WholeFile);
    }

    private static Cell ReadCell(JsonNode? node, string where)
    {
        JsonObject json = node as JsonObject ?? throw new FormatException($"{where} must be an object.");
        CellKind kind = ReadKind(json.RequireText("cell_type", where), where);
        JsonObject metadata = json.Require<JsonObject>("metadata", where);
        IReadOnlyList<Output> outputs = kind == CellKind.Code ? ReadOutputs(json, where) : [];
        return new Cell(Id: "", kind, json.RequireMultiline("source", where))
        {
            ExecutionCount = kind == CellKind.Code ? json.RequireNumberOrNull("execution_count", where) : null,
            Outputs = outputs,
            Language = metadata.TextAt("polyglot_notebook", "kernelName") ?? metadata.TextAt("dotnet_interactive", "language"),
            Attachments = ReadAttachments(json, where),
            Stored = new StoredCell(json, outputs),
        };
    }

    private static CellKind ReadKind(string kind, string where)
    {
        return kind switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            _ => throw new FormatException($"{where} has the unknown type '{kind}'."),
        };
    }

    private static Output[] ReadOutputs(JsonObject cell, string where) =>
        [.. cell.Require<JsonArray>("outputs", where).Select((output, index) => OutputReader.Read(output, $"output {index + 1} of {where}"))];

    private static Dictionary<string, IReadOnlyDictionary<string, string>> ReadAttachments(JsonObject cell, string where)
    {
        if (!cell.ContainsKey("attachments"))
        {
            return [];
        }

        JsonObject attachments = cell.Require<JsonObject>("attachments", where);
        return attachments.ToDictionary(
            file => file.Key,
            file => MimeBundle.Read(attachments.Require<JsonObject>(file.Key, $"the attachments of {where}"), where));
    }
}
