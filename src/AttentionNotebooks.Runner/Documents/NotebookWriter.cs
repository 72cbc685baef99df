using System.Text.Json.Nodes;

namespace AttentionNotebooks.Runner.Documents;

/// <summary><see cref="Notebook"/> → nbformat 4.5 as JSON. Fields that the file had keep their order; new ones take their place in the alphabet.</summary>
internal static class NotebookWriter
{
    /// <summary>Writes the file's top-level object.</summary>
    internal static JsonObject Write(Notebook notebook)
    {
        JsonObject file = Copy(notebook.Stored);
        Set(file, "cells", new JsonArray([.. notebook.Cells.Select(WriteCell)]));
        JsonObject metadata = Child(file, "metadata");
        SetName(metadata, "kernelspec", notebook.KernelName);
        SetName(metadata, "language_info", notebook.Language);
        Set(file, "nbformat", NotebookVersion.Major);
        Set(file, "nbformat_minor", Math.Max(NotebookVersion.Minor, (int?)notebook.Stored?["nbformat_minor"] ?? 0));
        return file;
    }

    private static JsonObject WriteCell(Cell cell)
    {
        JsonObject json = Copy(cell.Stored?.Json);
        Set(json, "cell_type", cell.Kind switch { CellKind.Code => "code", CellKind.Markdown => "markdown", _ => "raw" });
        Set(json, "id", cell.Id);
        _ = Child(json, "metadata");
        Set(json, "source", MultilineText.ToLines(cell.Source));
        if (cell.Kind == CellKind.Code)
        {
            WriteRun(cell, json);
        }

        return json;
    }

    private static void WriteRun(Cell cell, JsonObject json)
    {
        Set(json, "execution_count", cell.ExecutionCount);
        // Outputs that nobody replaced stay as the file had them, with the metadata that ours do not carry.
        if (!ReferenceEquals(cell.Outputs, cell.Stored?.Outputs))
        {
            Set(json, "outputs", OutputWriter.Write(cell.Outputs, cell.ExecutionCount));
        }
    }

    // A language or kernel that the file does not name is not invented.
    private static void SetName(JsonObject metadata, string field, string name)
    {
        if (name.Length == 0)
        {
            return;
        }

        JsonObject owner = Child(metadata, field);
        Set(owner, "name", name);
        if (field == "kernelspec" && !owner.ContainsKey("display_name"))
        {
            Set(owner, "display_name", name);
        }
    }

    private static JsonObject Copy(JsonObject? stored) => (JsonObject?)stored?.DeepClone() ?? [];

    private static JsonObject Child(JsonObject owner, string name)
    {
        if (owner[name] is not JsonObject)
        {
            Set(owner, name, new JsonObject());
        }

        return (JsonObject)owner[name]!;
    }

    private static void Set(JsonObject owner, string name, JsonNode? value)
    {
        if (owner.ContainsKey(name))
        {
            owner[name] = value;
        }
        else
        {
            int place = owner.TakeWhile(field => string.CompareOrdinal(field.Key, name) < 0).Count();
            owner.Insert(place, name, value);
        }
    }
}
