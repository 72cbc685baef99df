using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AttentionNotebooks.Benchmarks.Contestants;
using AttentionNotebooks.Benchmarks.Measuring;
using AttentionNotebooks.Benchmarks.Measuring.Limits;

namespace AttentionNotebooks.Benchmarks.Results;

/// <summary>Where and with whom a run took place.</summary>
/// <param name="Date">Day and time, UTC.</param>
/// <param name="Processor">Its name.</param>
/// <param name="Cores">How many of them the program sees.</param>
/// <param name="VectorBits">The width of the widest vectors that are used.</param>
/// <param name="System">The operating system.</param>
/// <param name="Runtime">The version of .NET.</param>
/// <param name="Rates">The rates of one thread at the start.</param>
/// <param name="Peers">Who was invited.</param>
/// <param name="Absent">Who of them could not come, and why.</param>
internal sealed record Machine(
    string Date, string Processor, int Cores, int VectorBits, string System, string Runtime, MachineRates Rates, IReadOnlyList<string> Peers, IReadOnlyList<Absentee> Absent)
{
    public static Machine Describe(IEnumerable<Peer> peers)
    {
        Peer[] invited = [.. peers];
        Compilation.Await(() => MachineLimits.Measure(threads: 1));
        return new(
            DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
            ProcessorName(),
            Environment.ProcessorCount,
            Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128,
            RuntimeInformation.OSDescription,
            RuntimeInformation.FrameworkDescription,
            MachineLimits.Typical(),
            [.. invited.Select(peer => peer.Name)],
            [.. invited.Where(peer => peer.Absence is not null).Select(peer => new Absentee(peer.Name, peer.Absence!))]);
    }

    private static string ProcessorName()
    {
        const string Information = "/proc/cpuinfo";
        var line = File.Exists(Information) ? File.ReadLines(Information).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
