using System.Diagnostics;

namespace AttentionNotebooks.Notebooks.Tests;

/// <summary>The Runner that was built beside these tests.</summary>
internal static class RunnerProgram
{
    private static readonly string Assembly =
        Path.Combine(AppContext.BaseDirectory.Replace("Notebooks.Tests", "Runner", StringComparison.Ordinal), "attention-notebooks.dll");

    /// <summary>Runs it to its end; gives its exit code and all that it wrote.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="variables">Environment variables that it has beside those of the tests.</param>
    internal static async Task<(int ExitCode, string Log)> RunAsync(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? variables = null)
    {
        ProcessStartInfo start = new("dotnet", [Assembly, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in variables ?? new Dictionary<string, string>()) start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string log = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        return (process.ExitCode, log);
    }
}
