using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using AttentionNotebooks.Runner.Commands;
using AttentionNotebooks.Runner.Jupyter.Connections;
using AttentionNotebooks.Runner.Packages;

namespace AttentionNotebooks.Runner.Tests.Jupyter.Support;

/// <summary>A kernel as Jupyter starts it: a process of its own, in a folder of its own, with a connection file.</summary>
internal sealed class KernelProcess : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> log = new();

    /// <summary>Starts a kernel.</summary>
    /// <param name="connection">Where it listens; on free ports, with a random key, if null.</param>
    /// <param name="parent">The process that it watches; this one if null.</param>
    public KernelProcess(ConnectionFile? connection = null, int? parent = null)
    {
        Connection = connection ?? NewConnection();
        var file = Path.Combine(Folder, "connection.json");
        File.WriteAllText(file, JsonSerializer.Serialize(Connection));
        var start = new ProcessStartInfo(DotNetCli.Executable, ["exec", typeof(RunCommand).Assembly.Location, "kernel", "start", file])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        start.Environment["JPY_PARENT_PID"] = $"{parent ?? Environment.ProcessId}";
        start.Environment[CacheFolder.Variable] = Path.Combine(Folder, "cache");
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        process = Process.Start(start)!;
        process.StandardInput.Close();
        process.ErrorDataReceived += (_, line) => log.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
    }

    public ConnectionFile Connection { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("attention-notebooks-kernel-").FullName;

    public int Id => process.Id;

    public Process Process => process;

    /// <summary>What the kernel has told so far.</summary>
    public IReadOnlyList<string> Log => [.. log];

    /// <summary>Waits for the end of the process and gives its exit code.</summary>
    public int WaitForExit(TimeSpan limit) =>
        process.WaitForExit(limit) ? process.ExitCode : throw new TimeoutException($"The kernel is still there after {limit.TotalSeconds} s.");

    /// <summary>A connection to ports that nobody uses now.</summary>
    public static ConnectionFile NewConnection()
    {
        var listeners = Enumerable.Range(0, 5).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.ConvertAll(listener => ((IPEndPoint)listener.LocalEndpoint).Port);
        listeners.ForEach(listener => listener.Dispose());
        return new ConnectionFile
        {
            Key = Guid.NewGuid().ToString(),
            ShellPort = ports[0],
            ControlPort = ports[1],
            PublishPort = ports[2],
            InputPort = ports[3],
            HeartbeatPort = ports[4],
        };
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
