using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Jupyter.Channels;
using AttentionNotebooks.Runner.Tests.Jupyter.Support;

namespace AttentionNotebooks.Runner.Tests.Jupyter.Life;

public sealed class KernelLifeTests
{
    private static readonly TimeSpan ParentLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Shutdown_IsAnsweredAndEndsTheKernel(bool restart)
    {
        using var live = new LiveKernel();
        var id = live.Client.Send(ChannelName.Control, "shutdown_request", new JsonObject { ["restart"] = restart });

        Assert.Equal(restart, (bool)live.Client.ReceiveReply(id, ChannelName.Control).Content["restart"]!);
        Assert.Equal(restart, (bool)live.Client.WaitForPublished(id, "shutdown_reply").Content["restart"]!);
        Assert.Equal(0, live.Kernel.WaitForExit(Limit));
    }

    [Fact]
    public void Shutdown_WhileACellRunsThatCannotBeStopped_EndsTheKernel()
    {
        using var live = new LiveKernel();
        var cell = live.Client.Start("using System.Threading; new Thread(() => Thread.Sleep(-1)).Start(); display(1); while (true) { try { while (true) { } } catch { } }");
        live.Client.WaitForPublished(cell, "display_data");

        live.Client.Send(ChannelName.Control, "shutdown_request", []);

        Assert.Equal(0, live.Kernel.WaitForExit(Limit));
    }

    [Fact]
    public void Restart_OnTheSamePorts_HasAFreshState()
    {
        var connection = KernelProcess.NewConnection();
        using (var first = new KernelProcess(connection))
        using (var client = new JupyterClient(connection))
        {
            client.Execute("var old = 1;");
            client.Send(ChannelName.Control, "shutdown_request", new JsonObject { ["restart"] = true });
            first.WaitForExit(Limit);
        }

        using var second = new KernelProcess(connection);
        using var again = new JupyterClient(connection);
        Assert.Equal("error", again.Execute("old").Status);
    }

    [Fact]
    public void TerminationSignal_EndsTheKernelInOrder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent by kill.");
        using var live = new LiveKernel();

        Signals.Send("TERM", live.Kernel.Id);

        Assert.Equal(0, live.Kernel.WaitForExit(Limit));
    }

    [Fact]
    public void ParentKilled_WhileACellRuns_EndsTheKernel()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Jupyter ends its kernels itself on Windows.");
        using var parent = Process.Start("sleep", "600");
        using var kernel = new KernelProcess(parent: parent.Id);
        using var client = new JupyterClient(kernel.Connection);
        client.WaitForPublished(client.Start("display(1); while (true) { }"), "display_data");

        parent.Kill();
        parent.WaitForExit();

        Assert.Equal(0, kernel.WaitForExit(ParentLimit));
    }

    [Fact]
    public void CellThatEndsTheProcess_EndsTheKernel()
    {
        using var live = new LiveKernel();
        live.Client.Start("Environment.Exit(7);");

        Assert.Equal(7, live.Kernel.WaitForExit(Limit));
    }

    [Fact]
    public void Kernel_ListensOnItsAddressOnly()
    {
        using var live = new LiveKernel();
        var elsewhere = "127.0.0.2";
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has the whole of 127.0.0.0/8.");

        Assert.ThrowsAny<SocketException>(() => new TcpClient(elsewhere, live.Kernel.Connection.ShellPort));
    }

    [Fact]
    public void PortThatIsTaken_IsAnErrorAndNoKernel()
    {
        using var live = new LiveKernel();
        using var second = new KernelProcess(live.Kernel.Connection);

        Assert.Equal(1, second.WaitForExit(Limit));
    }

    [Theory]
    [InlineData("ipc", "hmac-sha256", "tcp only")]
    [InlineData("tcp", "hmac-md5", "hmac-sha256 only")]
    public void Connection_OfAnotherKind_IsAClearError(string transport, string scheme, string expected)
    {
        using var kernel = new KernelProcess(KernelProcess.NewConnection() with { Transport = transport, SignatureScheme = scheme });

        Assert.Equal(1, kernel.WaitForExit(Limit));
        kernel.Process.WaitForExit(); // Until all of its log has come.
        Assert.Contains(kernel.Log, line => line.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Kernels_OneAfterAnother_LeaveNothingBehind()
    {
        // All fifty take minutes: ATTENTION_NOTEBOOKS_KERNELS=50 asks for them.
        var rounds = int.Parse(Environment.GetEnvironmentVariable("ATTENTION_NOTEBOOKS_KERNELS") ?? "5", CultureInfo.InvariantCulture);
        for (var i = 0; i < rounds; i++)
        {
            var start = DateTime.Now;
            using var live = new LiveKernel();
            live.Client.Execute("1");
            var before = Directory.GetFileSystemEntries(live.Kernel.Folder).Select(Path.GetFileName);
            live.Client.Send(ChannelName.Control, "shutdown_request", []);
            live.Kernel.WaitForExit(Limit);

            Assert.Equal(["connection.json"], before);
            Assert.Empty(TemporaryFilesOf(live.Kernel.Id, start));
            Assert.ThrowsAny<SocketException>(() => new TcpClient(live.Kernel.Connection.Ip, live.Kernel.Connection.ShellPort));
        }
    }

    // The runtime names what it leaves in the temporary folder after its process.
    private static IEnumerable<string> TemporaryFilesOf(int process, DateTime start) =>
        Directory.EnumerateFileSystemEntries(Path.GetTempPath(), $"*-{process}-*").Where(path => File.GetLastWriteTime(path) >= start);
}
