using System.Runtime.Intrinsics;

namespace AttentionNotebooks.Benchmarks.Measuring.Limits;

/// <summary>How fast this machine multiplies and adds, and takes exponentials, at most.</summary>
internal static class MachineLimits
{
    /// <summary>The usual rates of one thread.</summary>
    public static MachineRates Typical()
    {
        const int Samples = 31;
        var rates = Enumerable.Range(0, Samples).Select(_ => Measure(threads: 1)).ToArray();
        return new(Statistics.Median(rates.Select(rate => rate.MultiplyAddsPerSecond)), Statistics.Median(rates.Select(rate => rate.ExponentialsPerSecond)));
    }

    /// <summary>The rates of so many threads at once.</summary>
    public static MachineRates Measure(int threads)
    {
        using var start = new Barrier(threads);
        var helpers = Enumerable.Range(1, threads - 1).Select(_ => Task.Factory.StartNew(One, TaskCreationOptions.LongRunning)).ToArray();
        var own = One();
        return helpers.Aggregate(own, (sum, helper) => new(
            sum.MultiplyAddsPerSecond + helper.Result.MultiplyAddsPerSecond, sum.ExponentialsPerSecond + helper.Result.ExponentialsPerSecond));

        MachineRates One()
        {
            start.SignalAndWait();
            return Vector512.IsHardwareAccelerated ? Of<Lanes512>() : Vector256.IsHardwareAccelerated ? Of<Lanes256>() : Of<Lanes128>();
        }
    }

    private static MachineRates Of<TLanes>()
        where TLanes : struct, ILanes<TLanes> => new(FmaPeak.Measure<TLanes>(), ExponentialRate.Measure<TLanes>());
}
