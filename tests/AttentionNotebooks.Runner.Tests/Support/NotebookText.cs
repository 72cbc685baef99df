using System.Text.Json;

namespace AttentionNotebooks.Runner.Tests.Support;

/// <summary>Writes notebooks for the command to read.</summary>
internal static class NotebookText
{
    /// <summary>Writes a notebook with these code cells.</summary>
    public static void Write(string path, string language, params string[] cells)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, JsonSerializer.Serialize(new
        {
            nbformat = 4,
            nbformat_minor = 5,
            metadata = new { kernelspec = new { name = language == "C#" ? ".net-csharp" : "other", display_name = language, language } },
            cells = cells.Select((source, i) => new
            {
                cell_type = "code",
                id = $"cell-{i}",
                metadata = new { },
                source,
                outputs = Array.Empty<object>(),
                execution_count = 99,
            }),
        }));
    }
}
