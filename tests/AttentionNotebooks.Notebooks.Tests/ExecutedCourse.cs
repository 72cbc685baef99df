using System.Text.Json;
using AttentionNotebooks.Notebooks.Tests;

[assembly: AssemblyFixture(typeof(ExecutedCourse))]

namespace AttentionNotebooks.Notebooks.Tests;

/// <summary>The whole course, run once by the Runner as a reader would run it, into a folder of its own.</summary>
public sealed class ExecutedCourse : IAsyncLifetime
{
    private readonly string output = Directory.CreateTempSubdirectory("attention-notebooks-").FullName;

    public int ExitCode { get; private set; }

    public string Log { get; private set; } = "";

    public string NotebookFolder => Path.Combine(output, "notebooks");

    public string SiteFolder => Path.Combine(output, "site");

    public async ValueTask InitializeAsync() => (ExitCode, Log) = await RunnerProgram.RunAsync(["run", NotebookFiles.Folder, "--output", output]);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(output, recursive: true);
        return ValueTask.CompletedTask;
    }

    public JsonElement[] CodeCells(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(NotebookFolder, name)));
        return [.. document.RootElement.Clone().GetProperty("cells").EnumerateArray().Where(cell => cell.GetProperty("cell_type").GetString() == "code")];
    }

    /// <summary>The HTML of every display and result of a cell.</summary>
    public static IEnumerable<string> Html(JsonElement cell) =>
        from output in cell.GetProperty("outputs").EnumerateArray()
        where output.TryGetProperty("data", out JsonElement data) && data.TryGetProperty("text/html", out _)
        select string.Concat(output.GetProperty("data").GetProperty("text/html").EnumerateArray().Select(line => line.GetString()));

    /// <summary>What a cell printed.</summary>
    public static IEnumerable<string> Printed(JsonElement cell) =>
        from output in cell.GetProperty("outputs").EnumerateArray()
        where output.GetProperty("output_type").GetString() == "stream"
        select string.Concat(output.GetProperty("text").EnumerateArray().Select(line => line.GetString()));
}
