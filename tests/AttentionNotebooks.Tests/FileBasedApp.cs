using System.Diagnostics;

namespace AttentionNotebooks.Tests;

/// <summary>A program of one file that names the package, in a folder of its own.</summary>
internal sealed class FileBasedApp : IDisposable
{
    private const string Name = "app.cs";

    public FileBasedApp(string code)
    {
        File.WriteAllText(Path.Combine(Folder, Name), $"#:package AttentionNotebooks@{Version}\n#:property PublishAot=false\n{code}");
        File.WriteAllText(Path.Combine(Folder, "NuGet.config"), Configuration);
    }

    internal string Folder { get; } = Directory.CreateTempSubdirectory("attention-notebooks-").FullName;

    private static string Version => Path.GetFileNameWithoutExtension(RepositoryFiles.Package)["AttentionNotebooks.".Length..];

    // The package as it was packed now, and what it depends on as this build has restored it: a folder of restored packages is a source, too.
    private static string Configuration =>
        $"""
        <configuration>
          <packageSources>
            <clear />
            <add key="package" value="{Path.GetDirectoryName(RepositoryFiles.Package)}" />
            <add key="restored" value="{Restored}" />
          </packageSources>
          <packageSourceMapping>
            <packageSource key="package"><package pattern="AttentionNotebooks" /></packageSource>
            <packageSource key="restored"><package pattern="*" /></packageSource>
          </packageSourceMapping>
        </configuration>
        """;

    private static string Restored => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named
        ? named
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Builds the program and runs it.</summary>
    /// <returns>What it printed.</returns>
    internal async Task<string> RunAsync()
    {
        await DotNetAsync("build", Name);
        return (await DotNetAsync("run", "--no-build", Name)).ReplaceLineEndings("\n").TrimEnd('\n');
    }

    private async Task<string> DotNetAsync(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // All that is built or unpacked stays in this folder.
            Environment = { ["NUGET_PACKAGES"] = Path.Combine(Folder, "packages"), ["XDG_DATA_HOME"] = Directory.CreateDirectory(Path.Combine(Folder, "data")).FullName },
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output + await errors);
        return output;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
