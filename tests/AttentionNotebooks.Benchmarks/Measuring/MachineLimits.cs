using AttentionNotebooks.Benchmarks.Cases;

namespace AttentionNotebooks.Benchmarks.Measuring;

/// <summary>How fast this machine multiplies and adds, and takes exponentials, at most.</summary>
internal static class MachineLimits
{
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
            return new(FmaPeak.Measure(), ExponentialRate.Measure());
        }
    }
}
