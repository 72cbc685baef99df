using AttentionNotebooks.Benchmarks.Contestants;

namespace AttentionNotebooks.Benchmarks.Measuring;

/// <summary>
/// Everybody takes a sample in each round, in an order that rotates from round to round, and the machine's limits are measured in the same round:
/// whatever slows the machine down for a while slows all of them alike.
/// </summary>
internal sealed class InterleavedRounds(Effort effort, int threads)
{
    /// <summary>The threads of some peers spin on for a while after a call, and would be in the next one's way.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(12);

    /// <summary>Who needs so many times as long as the fastest counts for nothing, and takes part in the first rounds only.</summary>
    private const double AlsoRan = 3;

    /// <summary>Unless the call is short: then it costs nothing to wait for.</summary>
    private static readonly TimeSpan WorthSparing = TimeSpan.FromMilliseconds(10);

    public IReadOnlyList<Round> Measure(IReadOnlyList<Contestant> contestants)
    {
        Stint[] stints = [.. contestants.Select(contestant => new Stint(contestant))];
        var fastest = stints.Min(stint => stint.Call);
        bool[] sparing = [.. stints.Select(stint => stint.Call > WorthSparing && stint.Call > AlsoRan * fastest)];
        var regular = stints.Where((_, index) => !sparing[index]).Aggregate(TimeSpan.Zero, (sum, stint) => sum + Rest + stint.Duration);
        var rounds = (int)Math.Clamp(effort.Budget / regular, effort.LeastRounds, effort.MostRounds);
        return [.. Enumerable.Range(0, rounds).Select(round => Play(round, stints, round < effort.LeastRounds ? null : sparing))];
    }

    private TimeSpan Rest => threads == 1 ? TimeSpan.Zero : Pause;

    private Round Play(int number, Stint[] stints, bool[]? sitsOut)
    {
        var seconds = new double[stints.Length];
        Array.Fill(seconds, double.NaN);
        for (var turn = 0; turn < stints.Length; turn++)
        {
            var index = (number + turn) % stints.Length;
            if (sitsOut?[index] == true) continue;
            Thread.Sleep(Rest);
            seconds[index] = stints[index].Sample();
        }

        Thread.Sleep(Rest);
        return new Round(seconds, MachineLimits.Measure(threads));
    }
}
