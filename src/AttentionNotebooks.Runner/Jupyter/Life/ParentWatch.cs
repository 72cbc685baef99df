using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace AttentionNotebooks.Runner.Jupyter.Life;

/// <summary>
/// Notices that the program which started the kernel is gone, however it ended. Jupyter names that program in the environment; where it
/// does not, as for a kernel started by hand, nobody is watched.
/// </summary>
internal static class ParentWatch
{
    /// <summary>The environment variable by which Jupyter names the process to watch.</summary>
    public const string Variable = "JPY_PARENT_PID";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Watches the process that the environment names, if it names one, on a thread of its own.</summary>
    /// <param name="gone">Called once it is gone.</param>
    public static void Start(Action gone)
    {
        // On Windows the variable is a handle that only its own process understands; Jupyter ends its kernels itself there.
        if (OperatingSystem.IsWindows()) return;
        var text = Environment.GetEnvironmentVariable(Variable);
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parent)) return;
        new Thread(() => Watch(parent, gone)) { IsBackground = true, Name = "Parent watch" }.Start();
    }

    private static void Watch(int parent, Action gone)
    {
        var starter = StarterOfThisProcess();
        while (StarterOfThisProcess() == starter && Exists(parent)) Thread.Sleep(Interval);
        gone();
    }

    private static bool Exists(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // An orphan is given to another process at once, while its dead parent may stay in the process table for long.
    [DllImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int StarterOfThisProcess();
}
