using AttentionNotebooks.Engine.Tests.Costs;

namespace AttentionNotebooks.Engine.Tests.Training;

public sealed class TrainingProgressTests
{
    private const int Words = 5;

    /// <summary>Each of two words; three of them are a batch.</summary>
    private static readonly TrainingExample[] Examples = [.. Enumerable.Range(0, 6).Select(word => new TrainingExample([word % Words, 0], [1, -1]))];

    [Fact]
    public void Reports_OfFastSteps_ComeAtMostTenTimesASecond()
    {
        List<TrainingProgress> heard = Hear(steps: 1000, secondsOfAStep: 0.03);
        Assert.Equal([1, 5, 9, 13], heard.Take(4).Select(progress => progress.Step));
        Assert.Equal(1000, heard[^1].Step);
        Assert.InRange(heard.Count, 200, 301);
    }

    [Fact]
    public void Reports_OfSlowSteps_AreOneForEach() =>
        Assert.Equal(Enumerable.Range(1, 12), Hear(steps: 12, secondsOfAStep: 0.5).Select(progress => progress.Step));

    [Fact]
    public void Report_HoldsThePaceAndWhatIsLeft()
    {
        TrainingProgress progress = Hear(steps: 12, secondsOfAStep: 0.5)[8];
        Assert.Equal((9, 12), (progress.Step, progress.Steps));
        Assert.Equal(12, progress.TokensPerSecond, 1e-9);
        Assert.Equal(1.5, progress.TimeLeft.TotalSeconds, 1e-6);
    }

    [Fact]
    public void SmoothedLoss_IsAWeightedMeanOfTheLosses()
    {
        List<TrainingProgress> heard = Hear(steps: 30, secondsOfAStep: 0.5);
        double[] weights = [.. heard.Select((_, index) => Math.Pow(0.98, heard.Count - 1 - index))];
        Assert.Equal(heard.Zip(weights).Sum(pair => pair.First.Loss * pair.Second) / weights.Sum(), heard[^1].SmoothedLoss, 1e-12);
        Assert.Equal(heard[0].Loss, heard[0].SmoothedLoss, 1e-12);
    }

    [Theory]
    [InlineData(83, "1:23")]
    [InlineData(7384, "2:03:04")]
    [InlineData(0, "0:00")]
    public void Text_OfProgress_IsOneLine(int secondsLeft, string left)
    {
        TrainingProgress progress = new(1200, 5000, 0.4121, 0.3977, 0.00081, 0.934, 41199.6, TimeSpan.FromSeconds(secondsLeft));
        Assert.Equal($"step 1200/5000, loss 0.412 (smoothed 0.398), learning rate 8.1e-04, gradient norm 0.93, 41,200 tokens/s, {left} left", progress.ToString());
    }

    private static List<TrainingProgress> Hear(int steps, double secondsOfAStep)
    {
        ManualClock clock = new();
        Reports reports = new();
        Bigrams<double> model = new(Words, (_, _) =>
        {
            clock.Work(secondsOfAStep);
            return 0;
        });
        TrainingOptions options = new() { Steps = steps, BatchSize = 3, Progress = reports };
        model.Train(Examples, options, clock);
        return reports.Heard;
    }
}
