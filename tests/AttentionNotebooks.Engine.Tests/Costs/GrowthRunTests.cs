namespace AttentionNotebooks.Engine.Tests.Costs;

/// <summary>What is measured and what is computed, on a machine of a known speed and a clock that the tests move.</summary>
public sealed class GrowthRunTests
{
    private const double Speed = 1e10;
    private const double AllocatedByCalls = 1e6;

    private static readonly AttentionCost[] Costs = [.. Enumerable.Range(4, 9).Select(power => AttentionCost.Of<float>(heads: 4, tokens: 1 << power, headSize: 64))];

    private readonly ManualClock clock = new();
    private readonly List<(int Tokens, bool KeepsWeights)> made = [];
    private Func<AttentionCost, bool, double> secondsOf = (cost, _) => cost.Work / Speed;

    [Fact]
    public void Measure_WithTimeForAll_MeasuresEverySizeInBothWays()
    {
        List<GrowthPoint> points = Measure(new GrowthBudget(TimeSpan.FromHours(1)) { Bytes = 1e12 });
        Assert.Equal(Costs.SelectMany(cost => new[] { (cost, false), (cost, true) }), points.Select(point => (point.Cost, point.KeepsWeights)));
        Assert.All(points, point => Assert.Equal(GrowthBasis.Measured, point.Basis));
        Assert.All(points, point => Assert.Equal(point.Cost.Work / Speed, point.Seconds, tolerance: 2e-9));
        Assert.All(points, point => Assert.InRange(point.Bytes, point.Cost.ResultBytes(point.KeepsWeights), double.MaxValue));
    }

    [Fact]
    public void Measure_WithTimeForSome_ComputesTheRestAndKeepsTheBudget()
    {
        GrowthBudget budget = new(TimeSpan.FromSeconds(1));
        List<GrowthPoint> points = Measure(budget);
        Assert.InRange(clock.Seconds, 0, budget.Time.TotalSeconds);
        foreach (IEnumerable<GrowthPoint> way in points.GroupBy(point => point.KeepsWeights))
        {
            GrowthPoint last = way.Last(point => point.Basis == GrowthBasis.Measured);
            GrowthPoint[] rest = [.. way.SkipWhile(point => point.Basis == GrowthBasis.Measured)];
            Assert.NotEmpty(rest);
            Assert.All(rest, point => Assert.Equal(GrowthBasis.BeyondTime, point.Basis));
            Assert.All(rest, point => Assert.Equal(last.Seconds * point.Cost.Work / last.Cost.Work, point.Seconds, last.Seconds * 1e-3));
            Assert.All(rest, point => Assert.Equal(point.Cost.ResultBytes(point.KeepsWeights), point.Bytes));
            Assert.DoesNotContain(rest, point => made.Contains((point.Cost.Tokens, point.KeepsWeights)));
        }
    }

    [Fact]
    public void Measure_WithMemoryForTheOutputAlone_ComputesTheWeightsOnly()
    {
        AttentionCost greatest = Costs[6];
        List<GrowthPoint> points = Measure(new GrowthBudget(TimeSpan.FromHours(1)) { Bytes = greatest.InputBytes + greatest.OutputBytes + greatest.WeightBytes });
        Assert.All(points, point => Assert.Equal(
            point.KeepsWeights && point.Cost.Tokens > greatest.Tokens ? GrowthBasis.BeyondMemory : GrowthBasis.Measured, point.Basis));
        Assert.DoesNotContain(made, call => call.KeepsWeights && call.Tokens > greatest.Tokens);
    }

    [Fact]
    public void Measure_WithMemoryForNothing_MakesNoCall()
    {
        List<GrowthPoint> points = Measure(new GrowthBudget(TimeSpan.FromHours(1)) { Bytes = 1 });
        Assert.All(points, point => Assert.Equal(GrowthBasis.BeyondMemory, point.Basis));
        Assert.Empty(made);
    }

    [Fact]
    public void Measure_FirstSizeTooLong_MakesNoCall()
    {
        List<GrowthPoint> points = Measure(new GrowthBudget(TimeSpan.FromMilliseconds(1)) { Bytes = 1e12 }, [AttentionCost.Of<float>(1, 16_384, 64)]);
        Assert.All(points, point => Assert.Equal(GrowthBasis.BeyondTime, point.Basis));
        Assert.Empty(made);
    }

    [Fact]
    public void Measure_SizeFarSlowerThanExpected_IsCalledTwiceAndTheLast()
    {
        secondsOf = (cost, _) => cost.Tokens < 1024 ? cost.Work / Speed : 100;
        List<GrowthPoint> points = Measure(new GrowthBudget(TimeSpan.FromSeconds(10)));
        Assert.Equal([1024], points.Where(point => point.Seconds == 100 && point.Basis == GrowthBasis.Measured).Select(point => point.Cost.Tokens));
        Assert.InRange(clock.Seconds, 200, 210);
    }

    [Fact]
    public void Seconds_OfCallsWithAHitch_AreTheMedian()
    {
        int calls = 0;
        secondsOf = (_, _) => calls++ % 5 == 0 ? 1 : 1e-3;
        List<GrowthPoint> points = Measure(new GrowthBudget(TimeSpan.FromHours(1)));
        Assert.All(points, point => Assert.Equal(1e-3, point.Seconds));
    }

    [Fact]
    public void Bytes_OfCallsThatAllocate_CountThem()
    {
        byte[] kept = [];
        secondsOf = (_, _) => 1;
        List<GrowthPoint> points = Measure(new GrowthBudget(TimeSpan.FromMinutes(1)), Costs[..2], () => kept = new byte[(int)AllocatedByCalls]);
        Assert.All(points, point => Assert.InRange(point.Bytes, point.Cost.ResultBytes(point.KeepsWeights) + kept.Length, double.MaxValue));
    }

    [Fact]
    public void Measure_Cancelled_MakesNoFurtherCall()
    {
        using CancellationTokenSource source = new();
        ComputeOptions options = new() { CancellationToken = source.Token };
        Assert.Throws<OperationCanceledException>(() => Measure(
            new GrowthBudget(TimeSpan.FromHours(1)),
            during: () =>
            {
                if (made[^1].Tokens == 64) source.Cancel();
            },
            options: options));
        Assert.Equal((64, false), made[^1]);
    }

    [Fact]
    public void Progress_OfAMeasurement_GoesFromSizeToSizeUpToOne()
    {
        List<double> heard = [];
        Measure(new GrowthBudget(TimeSpan.FromSeconds(1)), options: new ComputeOptions { Progress = new Hearer(heard.Add) });
        Assert.Equal(Enumerable.Range(1, 2 * Costs.Length).Select(done => done / (2.0 * Costs.Length)), heard);
    }

    private List<GrowthPoint> Measure(GrowthBudget budget, IReadOnlyList<AttentionCost>? costs = null, Action? during = null, ComputeOptions? options = null)
    {
        GrowthRun run = new(budget, clock, Prepare, options ?? ComputeOptions.Default);
        return run.Measure(costs ?? Costs);

        GrowthCall Prepare(AttentionCost cost, bool keepsWeights)
        {
            made.Add((cost.Tokens, keepsWeights));
            return new GrowthCall(
                () =>
                {
                    clock.Work(secondsOf(cost, keepsWeights));
                    during?.Invoke();
                },
                cost.ResultBytes(keepsWeights));
        }
    }

    private sealed class Hearer(Action<double> hear) : IProgress<double>
    {
        public void Report(double value) => hear(value);
    }
}
