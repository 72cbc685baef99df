using System.Diagnostics;

namespace AttentionNotebooks.Tests.Hosts;

/// <summary>The packed extension script in a host that carries FSharp.Core 10.0, as the .NET Interactive kernel does, while Plotly.NET asks for 10.1.</summary>
public sealed class ExtensionScriptTests
{
    [Fact]
    public async Task Chart_WithoutTheExtension_FindsNoFSharpCore()
    {
        (int exitCode, string output) = await RunHostAsync(withExtension: false);
        Assert.NotEqual(0, exitCode);
        Assert.Contains("FSharp.Core 10.0.0.0 is loaded.", output, StringComparison.Ordinal);
        Assert.Contains("Could not load file or assembly 'FSharp.Core, Version=10.1", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chart_WithTheExtension_IsShown()
    {
        (int exitCode, string output) = await RunHostAsync(withExtension: true);
        Assert.True(exitCode == 0, output);
        Assert.Contains("FSharp.Core 10.0.0.0 is loaded.", output, StringComparison.Ordinal);
        Assert.Contains("<div", output, StringComparison.Ordinal);
        Assert.Contains("0.2,0.3,0.5", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> RunHostAsync(bool withExtension)
    {
        string host = Path.Combine(AppContext.BaseDirectory.Replace("AttentionNotebooks.Tests", "AttentionNotebooks.KernelHost", StringComparison.Ordinal), "AttentionNotebooks.KernelHost.dll");
        ProcessStartInfo start = new("dotnet", [host, RepositoryFiles.Package, AppContext.BaseDirectory, withExtension.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken) + await errors;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
