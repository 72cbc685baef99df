using System.Diagnostics;

namespace AttentionNotebooks.Runner.Packages;

/// <summary>Runs the .NET SDK that belongs to this process.</summary>
internal static class DotNetCli
{
    // A parent that is itself run by the SDK hands these down; they may point into another SDK.
    private static readonly string[] ParentVariables =
        ["MSBUILD_EXE_PATH", "MSBuildExtensionsPath", "MSBuildSDKsPath", "MSBuildLoadMicrosoftTargetsReadOnly", "DOTNET_HOST_PATH"];

    /// <summary>The <c>dotnet</c> executable beside the running framework, or the one on the path.</summary>
    public static string Executable { get; } = FindExecutable();

    /// <summary>Runs a command and gives its exit code and lines; a cancellation ends its whole process tree.</summary>
    public static async Task<(int ExitCode, IReadOnlyList<string> Lines)> RunAsync(
        IEnumerable<string> arguments, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Executable, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var variable in ParentVariables) start.Environment.Remove(variable);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var registration = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var text = await output.ConfigureAwait(false) + await errors.ConfigureAwait(false);
        return (process.ExitCode, text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    private static string FindExecutable()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var beside = Path.GetFullPath(Path.Combine(framework, "..", "..", "..", name));
        return File.Exists(beside) ? beside : name;
    }
}
