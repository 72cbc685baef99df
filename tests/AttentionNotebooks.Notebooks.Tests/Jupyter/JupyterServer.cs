using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using AttentionNotebooks.Browser.Tests;
using AttentionNotebooks.Notebooks.Tests.Jupyter;

[assembly: AssemblyFixture(typeof(JupyterServer))]

namespace AttentionNotebooks.Notebooks.Tests.Jupyter;

/// <summary>
/// Debian's Jupyter Notebook on the loopback address, with our kernel and a copy of the notebooks, all in a folder of its own. Where it is
/// missing, the tests are skipped and say why; on a build server they fail. When it ends, nothing of it is left.
/// </summary>
public sealed partial class JupyterServer : IAsyncLifetime
{
    // Debian's own, whatever else is on the path: a newer one has other pages.
    private const string Program = "/usr/bin/jupyter-notebook";

    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(30);

    private readonly string token = Guid.NewGuid().ToString("n");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("attention-notebooks-jupyter-");
    private readonly List<string> log = [];
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? process;

    internal static bool IsThere => File.Exists(Program);

    /// <summary>What it shows.</summary>
    internal string Notebooks => folder.CreateSubdirectory("notebooks").FullName;

    /// <summary>Where it listens.</summary>
    internal Uri Address
    {
        get
        {
            if (!IsThere) Needed.Skip($"No {Program}; Debian has it in jupyter-notebook.");
            return address.Task.Result;
        }
    }

    /// <summary>The page of a notebook, for a browser that the server does not know yet.</summary>
    internal string PageOf(string notebook) => $"notebooks/{notebook}?token={token}";

    public async ValueTask InitializeAsync()
    {
        if (!IsThere) return;
        foreach (string name in NotebookFiles.Names.Select(row => row.Data)) File.Copy(Path.Combine(NotebookFiles.Folder, name), Path.Combine(Notebooks, name));
        (int exitCode, string told) = await RunnerProgram.RunAsync(["kernel", "install"], Variables());
        Assert.True(exitCode == 0, told);
        ProcessStartInfo start = new(Program, ["--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={FreePort()}", $"--notebook-dir={Notebooks}"])
        {
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in Variables()) start.Environment[name] = value;
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.BeginErrorReadLine();
        await address.Task;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null) await EndAsync(process);
        folder.Delete(recursive: true);
    }

    private Dictionary<string, string> Variables() => new()
    {
        ["JUPYTER_CONFIG_DIR"] = folder.CreateSubdirectory("config").FullName,
        ["JUPYTER_DATA_DIR"] = folder.CreateSubdirectory("data").FullName,
        ["JUPYTER_RUNTIME_DIR"] = folder.CreateSubdirectory("runtime").FullName,
        ["JUPYTER_TOKEN"] = token,
    };

    /// <summary>The server tells where it listens; without that it never will.</summary>
    private void Read(string? line)
    {
        if (line is null)
        {
            address.TrySetException(new InvalidOperationException($"{Program} ended: {string.Join('\n', log)}"));
            return;
        }

        log.Add(line);
        if (OwnAddress().Match(line) is { Success: true } found) address.TrySetResult(new Uri(found.Value));
    }

    private async Task EndAsync(Process server)
    {
        int[] family = [server.Id, .. ProcessTree.ChildrenOf(server.Id)];
        using HttpClient client = new();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("token", token);
        if (address.Task.IsCompletedSuccessfully) await client.PostAsync(new Uri(Address, "api/shutdown"), null);
        using CancellationTokenSource limit = new(EndLimit);
        try
        {
            await server.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!server.HasExited) server.Kill(entireProcessTree: true);
            server.Dispose();
        }

        Assert.DoesNotContain(family, ProcessTree.IsAlive);
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/")]
    private static partial Regex OwnAddress();
}
