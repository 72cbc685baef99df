using System.Diagnostics;
using AttentionNotebooks.Benchmarks.Contestants;

namespace AttentionNotebooks.Benchmarks.Measuring;

/// <summary>A contestant, warmed up, with as many calls to a sample as a clock can measure.</summary>
internal sealed class Stint
{
    /// <summary>Long against the clock's resolution and the cost of reading it.</summary>
    private static readonly TimeSpan ShortestSample = TimeSpan.FromMicroseconds(200);

    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(50);

    /// <summary>Calls below this get one untimed call before each sample, to find their data in the caches again.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(2);

    private readonly Contestant contestant;
    private readonly int calls;

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

    /// <summary>What a sample takes, roughly.</summary>
    public TimeSpan Duration => Call * (Call < Short ? calls + 1 : calls);

    /// <summary>Seconds a call.</summary>
    public double Sample()
    {
        if (Call < Short) contestant.Run();
        return Time(calls).TotalSeconds / calls;
    }

    private TimeSpan Time(int times)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++) contestant.Run();
        return Stopwatch.GetElapsedTime(start);
    }
}
