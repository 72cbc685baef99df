namespace AttentionNotebooks;

/// <summary>Measures sizes one after another, as far as the budget goes, and computes the rest.</summary>
/// <param name="budget">What it may take.</param>
/// <param name="clock">Tells the time.</param>
/// <param name="prepare">Makes the call of a size, without or with the weights kept.</param>
/// <param name="options">Until when, and who hears of each size that is done.</param>
internal sealed class GrowthRun(GrowthBudget budget, TimeProvider clock, Func<AttentionCost, bool, GrowthCall> prepare, ComputeOptions options)
{
    /// <summary>Of a size that is measured.</summary>
    private const int FewestCalls = 3;

    private const int EnoughCalls = 101;

    /// <summary>A hitch of the machine may last as long as many small calls.</summary>
    private const double ShortestSeconds = 0.02;

    /// <summary>The part of the budget after which no more than the fewest calls of a size are made.</summary>
    private const double ShareOfASize = 0.05;

    /// <summary>Before the first call nobody knows how fast this machine is: a slow one does so many multiply-adds a second.</summary>
    private const double SlowMachine = 1e9;

    private readonly long start = clock.GetTimestamp();
    private readonly GrowthRate outputOnly = new(SlowMachine), weightsKept = new(SlowMachine);

    private double SecondsLeft => budget.Time.TotalSeconds - SecondsSince(start);

    /// <summary>Two points for each size.</summary>
    /// <param name="costs">The sizes, each greater than the one before.</param>
    internal List<GrowthPoint> Measure(IReadOnlyList<AttentionCost> costs)
    {
        List<GrowthPoint> points = [];
        if (Refusal(costs[0], true, outputOnly) is null) WarmUp(costs[0]);
        foreach (AttentionCost cost in costs)
        {
            foreach (bool keepsWeights in (ReadOnlySpan<bool>)[false, true])
            {
                options.CancellationToken.ThrowIfCancellationRequested();
                points.Add(Point(cost, keepsWeights, keepsWeights ? weightsKept : outputOnly));
                options.Progress?.Report((double)points.Count / (2 * costs.Count));
            }
        }

        return points;
    }

    private GrowthPoint Point(AttentionCost cost, bool keepsWeights, GrowthRate rate)
    {
        rate.Stopped ??= Refusal(cost, keepsWeights, rate);
        if (rate.Stopped is { } basis) return new GrowthPoint(cost, keepsWeights, rate.Seconds(cost), cost.ResultBytes(keepsWeights), basis);
        (double seconds, double bytes) = Sample(prepare(cost, keepsWeights));
        rate.Set(cost, seconds);
        return new GrowthPoint(cost, keepsWeights, seconds, bytes);
    }

    /// <summary>Why a size is not measured; null where it is.</summary>
    private GrowthBasis? Refusal(AttentionCost cost, bool keepsWeights, GrowthRate rate)
    {
        double bytes = cost.InputBytes + cost.ResultBytes(keepsWeights);
        double longest = (double)cost.Tokens * (keepsWeights ? Math.Max(cost.Tokens, cost.HeadSize) : cost.HeadSize);
        if (bytes > Math.Min(budget.Bytes, MemoryCheck.FreeBytes) || longest > Array.MaxLength) return GrowthBasis.BeyondMemory;
        return (1 + FewestCalls) * rate.Seconds(cost) > SecondsLeft ? GrowthBasis.BeyondTime : null;
    }

    /// <summary>Until the runtime has compiled the code in its last form, the first sizes would seem slow.</summary>
    private void WarmUp(AttentionCost cost)
    {
        double seconds = Math.Min(0.3, budget.Time.TotalSeconds / 10);
        GrowthCall[] calls = [prepare(cost, false), prepare(cost, true)];
        for (long begin = clock.GetTimestamp(); SecondsSince(begin) < seconds;)
        {
            foreach (GrowthCall call in calls) call.Run();
        }
    }

    private (double Seconds, double Bytes) Sample(GrowthCall call)
    {
        call.Run();
        List<double> seconds = [];
        double spent = 0, allocated = double.PositiveInfinity;
        while (seconds.Count == 0 || IsWorthAnother(seconds.Count, spent))
        {
            bool counts = seconds.Count < FewestCalls;
            long before = counts ? GC.GetTotalAllocatedBytes(precise: true) : 0, begin = clock.GetTimestamp();
            call.Run();
            seconds.Add(SecondsSince(begin));
            spent += seconds[^1];
            if (counts) allocated = Math.Min(allocated, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        seconds.Sort();
        return (Math.Max(seconds[seconds.Count / 2], 1.0 / clock.TimestampFrequency), call.ResultBytes + allocated);
    }

    private bool IsWorthAnother(int calls, double spent) =>
        SecondsLeft > 0
        && (calls < FewestCalls || spent < ShortestSeconds || (calls < EnoughCalls && spent < ShareOfASize * budget.Time.TotalSeconds));

    /// <summary>A <see cref="TimeSpan"/> would round to 100 ns, which is much of a small call.</summary>
    private double SecondsSince(long timestamp) => (double)(clock.GetTimestamp() - timestamp) / clock.TimestampFrequency;
}
