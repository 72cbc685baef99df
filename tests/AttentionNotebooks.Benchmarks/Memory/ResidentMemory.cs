using System.Diagnostics;
using System.Globalization;

namespace AttentionNotebooks.Benchmarks.Memory;

/// <summary>The physical memory of this process and, on Linux, its highest value since a moment of our choice.</summary>
internal static class ResidentMemory
{
    private const string ResetPeak = "5";

    /// <summary>Forgets the highest value so far.</summary>
    /// <returns>Bytes now.</returns>
    public static long StartPeak()
    {
        if (OperatingSystem.IsLinux()) File.WriteAllText("/proc/self/clear_refs", ResetPeak);
        return OperatingSystem.IsLinux() ? Status("VmRSS") : WorkingSet();
    }

    /// <summary>The highest value since then; elsewhere than on Linux, the value now.</summary>
    public static long Peak() => OperatingSystem.IsLinux() ? Status("VmHWM") : WorkingSet();

    private static long Status(string field)
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return 1024 * long.Parse(line[(field.Length + 1)..^2], CultureInfo.InvariantCulture);
    }

    private static long WorkingSet()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
