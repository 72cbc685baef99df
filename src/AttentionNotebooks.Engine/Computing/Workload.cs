using System.Runtime.ExceptionServices;

namespace AttentionNotebooks;

/// <summary>The work of one call: shares items out between threads, and counts what is done.</summary>
/// <param name="wishes">The options of the caller; null: the default.</param>
/// <param name="total">All multiply-adds of the call.</param>
internal sealed class Workload(ComputeOptions? wishes, double total)
{
    /// <summary>Waking a thread costs some 50 µs; below this many multiply-adds, one alone is done sooner.</summary>
    private const double WorthAThread = 2_000_000;

    private readonly ComputeOptions options = wishes ?? ComputeOptions.Default;
    private readonly Lock gate = new();
    private double done;
    private int reported;

    /// <summary>For items that take long.</summary>
    internal CancellationToken Cancellation => options.CancellationToken;

    /// <summary>How many threads work on so many multiply-adds.</summary>
    internal int Degree(double multiplyAdds) =>
        multiplyAdds < 2 * WorthAThread ? 1 : (int)Math.Min(options.MaxDegreeOfParallelism, multiplyAdds / WorthAThread);

    /// <summary>Does each item once, in any order.</summary>
    /// <param name="items">How many there are, of about the same size.</param>
    /// <param name="multiplyAdds">Those of all items together.</param>
    /// <param name="item">Does one.</param>
    internal void Share(int items, double multiplyAdds, Action<int> item)
    {
        int degree = Math.Min(items, Degree(multiplyAdds));
        if (degree > 1)
        {
            ShareBetween(degree, items, multiplyAdds / items, item);
            return;
        }

        for (int index = 0; index < items; index++) Do(index, multiplyAdds / items, item);
    }

    private void ShareBetween(int degree, int items, double multiplyAdds, Action<int> item)
    {
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = degree, CancellationToken = options.CancellationToken };
        try
        {
            Parallel.For(0, items, parallel, index => Do(index, multiplyAdds, item));
        }
        catch (AggregateException failed) when (failed.InnerExceptions.Count > 0)
        {
            ExceptionDispatchInfo.Throw(failed.InnerExceptions[0]);
        }
    }

    private void Do(int index, double multiplyAdds, Action<int> item)
    {
        options.CancellationToken.ThrowIfCancellationRequested();
        item(index);
        if (options.Progress is not null) Count(options.Progress, multiplyAdds);
    }

    private void Count(IProgress<double> progress, double multiplyAdds)
    {
        lock (gate)
        {
            done += multiplyAdds;
            int percent = (int)Math.Min(100, Math.Floor((done / total * 100) + 1e-6));
            if (percent == reported) return;
            reported = percent;
            progress.Report(percent / 100.0);
        }
    }
}
