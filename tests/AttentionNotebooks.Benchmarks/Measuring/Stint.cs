using System.Diagnostics;
using AttentionNotebooks.Benchmarks.Contestants;

namespace AttentionNotebooks.Benchmarks.Measuring;

/// <summary>A contestant, warmed up, with as many calls to a sample as a clock can measure.</summary>
internal sealed class Stint
{
    /// <summary>Long against the clock's resolution and the cost of reading it.</summary>
    private static readonly TimeSpan ShortestSample = TimeSpan.FromMicroseconds(200);

    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(50);

    /// <summary>Before a sample, untimed: threads wake up, find a core each, and their data in its cache.</summary>
    private static readonly TimeSpan RunUp = TimeSpan.FromMilliseconds(5);

    /// <summary>A longer call is its own run-up.</summary>
    private static readonly TimeSpan Long = 4 * RunUp;

    private readonly Contestant contestant;
    private readonly int calls;
    private long allocated;
    private long timedCalls;

    public Stint(Contestant contestant)
    {
        this.contestant = contestant;
        var fastest = TimeSpan.MaxValue;
        for (var spent = TimeSpan.Zero; spent < WarmUp;)
        {
            var one = Time(1);
            spent += one;
            if (one < fastest) fastest = one;
        }

        Call = fastest;
        calls = (int)Math.Max(1, Math.Ceiling(ShortestSample / fastest));
    }

    /// <summary>What a call takes, roughly.</summary>
    public TimeSpan Call { get; }

    /// <summary>What a call took from the managed heap in the samples so far, on all threads. Native memory is not seen.</summary>
    public long AllocatedBytes => allocated / Math.Max(1, timedCalls);

    /// <summary>Seconds a call.</summary>
    public double Sample()
    {
        for (var spent = TimeSpan.Zero; Call < Long && spent < RunUp;) spent += Time(1);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var time = Time(calls);
        allocated += GC.GetTotalAllocatedBytes(precise: true) - before;
        timedCalls += calls;
        return time.TotalSeconds / calls;
    }

    private TimeSpan Time(int times)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++) contestant.Run();
        return Stopwatch.GetElapsedTime(start);
    }
}
