using System.Diagnostics;
using System.Globalization;

namespace AttentionNotebooks.Benchmarks.Measuring;

/// <summary>Compares what all programs have used of the processor with what this one has. Only Linux tells.</summary>
internal sealed class DisturbanceWatch
{
    private const string Statistics = "/proc/stat";
    private const double TicksPerSecond = 100;
    private readonly long start = Stopwatch.GetTimestamp();
    private readonly Usage before = Usage.Now();

    private DisturbanceWatch()
    {
    }

    public static DisturbanceWatch Start() => new();

    public Disturbance Stop()
    {
        var elapsed = Stopwatch.GetElapsedTime(start);
        var after = Usage.Now();
        var available = elapsed.TotalSeconds * Environment.ProcessorCount;
        var others = after.Everybody - before.Everybody - (after.Own - before.Own);
        return new(elapsed.TotalMinutes, Math.Max(0, others / available), (after.Stolen - before.Stolen) / available, File.Exists(Statistics));
    }

    /// <summary>Seconds on all cores since the machine, or this program, started.</summary>
    private readonly record struct Usage(double Everybody, double Stolen, double Own)
    {
        public static Usage Now()
        {
            var own = Environment.CpuUsage.TotalTime.TotalSeconds;
            if (!File.Exists(Statistics)) return new(0, 0, own);

            // cpu user nice system idle iowait irq softirq steal …
            var ticks = File.ReadLines(Statistics).First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1)
                .Select(text => double.Parse(text, CultureInfo.InvariantCulture) / TicksPerSecond).ToArray();
            return new(ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6], ticks[7], own);
        }
    }
}
