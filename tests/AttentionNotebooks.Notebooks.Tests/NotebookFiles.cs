using System.Runtime.CompilerServices;
using System.Text.Json;

namespace AttentionNotebooks.Notebooks.Tests;

/// <summary>The notebooks of the course, as files.</summary>
internal static class NotebookFiles
{
    internal static string Root { get; } = Path.GetFullPath(Path.Combine(SourceFolder(), "..", ".."));

    internal static string Folder { get; } = Path.Combine(Root, "notebooks");

    internal static TheoryData<string> Names { get; } = new(Directory.GetFiles(Folder, "*.ipynb").Select(path => Path.GetFileName(path)).Order());

    internal static JsonElement Read(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name)));
        return document.RootElement.Clone();
    }

    internal static IEnumerable<JsonElement> CodeCells(string name) =>
        Read(name).GetProperty("cells").EnumerateArray().Where(cell => cell.GetProperty("cell_type").GetString() == "code");

    internal static string Source(JsonElement cell) => string.Concat(cell.GetProperty("source").EnumerateArray().Select(line => line.GetString()));

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
