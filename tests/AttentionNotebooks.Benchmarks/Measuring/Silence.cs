using System.Diagnostics;

namespace AttentionNotebooks.Benchmarks.Measuring;

/// <summary>The worker threads of some peers spin for a while after a call (ONNX Runtime's for some 40 ms), and would be in the way of whoever comes next.</summary>
internal static class Silence
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits until no thread of this process does anything, at least 10 ms.</summary>
    public static void Await()
    {
        Thread.Sleep(Look);
        var start = Stopwatch.GetTimestamp();
        while (Busy() && Stopwatch.GetElapsedTime(start) < LongestWait)
        {
        }
    }

    private static bool Busy()
    {
        var before = Environment.CpuUsage.TotalTime;
        Thread.Sleep(Look);
        return Environment.CpuUsage.TotalTime - before > Look / 10;
    }
}
