using System.Diagnostics;

namespace AttentionNotebooks.Runner.Tests.Jupyter.Support;

/// <summary>Sends signals, where there are any.</summary>
internal static class Signals
{
    /// <summary>Sends a signal, such as <c>INT</c>, to one process.</summary>
    public static void Send(string signal, int process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process}"]);
        kill.WaitForExit();
    }
}
