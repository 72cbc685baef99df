using System.Text.Json;
using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Files;

namespace AttentionNotebooks.Runner.Documents;

/// <summary>Notebooks on disk: reads nbformat 4.x, writes nbformat 4.5.</summary>
internal static class NotebookFile
{
    // Two fields of one name would mean that one of them is lost in silence.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a notebook.</summary>
    /// <exception cref="NotebookFormatException">The file is not a notebook of nbformat 4.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    internal static Notebook Read(string path)
    {
        try
        {
            return NotebookReader.Read(JsonNode.Parse(File.ReadAllText(path), documentOptions: Strict));
        }
        catch (JsonException broken)
        {
            throw new NotebookFormatException(path, $"it is not valid JSON. {broken.Message}", broken);
        }
        catch (FormatException wrong)
        {
            throw new NotebookFormatException(path, wrong.Message, wrong);
        }
    }

    /// <summary>Writes a notebook; the file is the old one or the new one at every moment.</summary>
    internal static void Write(Notebook notebook, string path) =>
        AtomicFile.WriteAllText(path, JupyterJson.Write(NotebookWriter.Write(notebook)));
}
