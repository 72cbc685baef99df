using System.Diagnostics;
using AttentionNotebooks.Runner.Commands;
using AttentionNotebooks.Runner.Packages;
using AttentionNotebooks.Runner.Tests.Support;

namespace AttentionNotebooks.Runner.Tests.Commands;

public sealed class TerminationTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Signal_WhileANotebookRuns_EndsInOrder(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent by kill.");
        using var folder = new TemporaryFolder();
        NotebookText.Write(folder.File("a.ipynb"), "C#", "1");
        NotebookText.Write(folder.File("b.ipynb"), "C#", "File.WriteAllText(\"worker\", Environment.ProcessId.ToString());", "while (true) { }");
        using var runner = Start(folder);
        await ReadUntilAsync(runner, "b: cell 2/2");

        using (var kill = Process.Start("kill", [$"-{signal}", $"{runner.Id}"])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await runner.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Interrupted, runner.ExitCode);
        Assert.Equal(["a.ipynb"], Directory.EnumerateFiles(folder.File("out"), "*", SearchOption.AllDirectories).Select(Path.GetFileName));
        var worker = int.Parse(await File.ReadAllTextAsync(folder.File("worker"), TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(worker));
    }

    [Fact]
    public async Task ParentKilled_WhileANotebookRuns_EndsTheWorker()
    {
        using var folder = new TemporaryFolder();
        NotebookText.Write(folder.File("a.ipynb"), "C#", "File.WriteAllText(\"worker\", Environment.ProcessId.ToString());", "while (true) { }");
        using var runner = Start(folder);
        await ReadUntilAsync(runner, "a: cell 2/2");
        using var worker = Process.GetProcessById(int.Parse(
            await File.ReadAllTextAsync(folder.File("worker"), TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture));

        runner.Kill(entireProcessTree: false);

        await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static Process Start(TemporaryFolder folder) => Process.Start(new ProcessStartInfo(
        DotNetCli.Executable,
        ["exec", typeof(RunCommand).Assembly.Location, "run", folder.Path, "--output", folder.File("out"), "--timeout", "600"])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static async Task ReadUntilAsync(Process process, string line)
    {
        string? read;
        do
        {
            read = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            Assert.NotNull(read);
        }
        while (read != line);
    }
}
