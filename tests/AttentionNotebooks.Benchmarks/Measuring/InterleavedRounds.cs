using System.Diagnostics;
using AttentionNotebooks.Benchmarks.Measuring.Limits;

namespace AttentionNotebooks.Benchmarks.Measuring;

/// <summary>
/// Everybody takes a sample in each round, in an order that changes from round to round, and the machine's limits are measured in the same round:
/// whatever slows the machine down for a while slows all of them alike.
/// </summary>
internal sealed class InterleavedRounds(Effort effort, int threads)
{
    /// <summary>Who needs so many times as long as the fastest has lost, and takes part in the first few rounds only.</summary>
    private const double Hopeless = 3;

    private const int RoundsForAll = 3;

    /// <summary>Unless its calls are short: then nobody waits for it.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(10);

    public IReadOnlyList<Round> Measure(IReadOnlyList<Stint> stints)
    {
        var fastest = stints.Min(stint => stint.Call);
        var start = Stopwatch.GetTimestamp();
        List<Round> rounds = [];
        while (rounds.Count < effort.LeastRounds || (rounds.Count < effort.MostRounds && Stopwatch.GetElapsedTime(start) < effort.Budget))
        {
            var all = rounds.Count < RoundsForAll;
            rounds.Add(Play(rounds.Count, stints, stint => all || stint.Call < Long || stint.Call < Hopeless * fastest));
        }

        return rounds;
    }

    private Round Play(int number, IReadOnlyList<Stint> stints, Predicate<Stint> takesPart)
    {
        var seconds = new double[stints.Count];
        Array.Fill(seconds, double.NaN);
        foreach (var index in Order(number, stints.Count).Where(index => takesPart(stints[index])))
        {
            if (threads > 1) Silence.Await();
            seconds[index] = stints[index].Sample();
        }

        if (threads > 1) Silence.Await();
        return new Round(seconds, MachineLimits.Measure(threads));
    }

    /// <summary>Rotated by one each round and there and back by turns, so that nobody always comes after the same one.</summary>
    private static IEnumerable<int> Order(int round, int count)
    {
        var rotated = Enumerable.Range(round, count).Select(turn => turn % count);
        return round % 2 == 0 ? rotated : rotated.Reverse();
    }
}
