using AttentionNotebooks.Engine.Tests.Costs;

namespace AttentionNotebooks.Engine.Tests.Training;

public sealed class TrainingDisplayTests : IDisposable
{
    private readonly StringWriter output = new() { NewLine = "\n" };
    private readonly ManualClock clock = new();

    public void Dispose() => output.Dispose();

    [Fact]
    public void OnATerminal_OneLineIsWrittenAnew()
    {
        TrainingDisplay display = new(output, rewrites: true, clock, _ => null);
        Report(display, 9, tokensPerSecond: 1000);
        Report(display, 10, tokensPerSecond: 1);
        string text = output.ToString();
        Assert.Equal(2, text.Count(character => character == '\r'));
        Assert.Equal(text.Length - 1, text.IndexOf('\n', StringComparison.Ordinal));
        string[] lines = text.TrimEnd('\n').Split('\r', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("step 10/10", lines[1], StringComparison.Ordinal);
        Assert.Equal(lines[0].Length, lines[1].Length);
    }

    [Fact]
    public void InAFile_ALineComesEveryTwoSeconds()
    {
        TrainingDisplay display = new(output, rewrites: false, clock, _ => null);
        for (int step = 1; step <= 10; step++)
        {
            Report(display, step);
            clock.Work(0.7);
        }

        string[] lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["step 1/10", "step 4/10", "step 7/10", "step 10/10"], lines.Select(line => line.Split(',')[0]));
    }

    [Fact]
    public void InANotebook_OneDisplayIsUpdated()
    {
        List<string> opened = [], updates = [];
        TrainingDisplay display = new(output, rewrites: false, clock, text =>
        {
            opened.Add(text);
            return updates.Add;
        });
        for (int step = 8; step <= 10; step++) Report(display, step);
        Assert.StartsWith("step 8/10", Assert.Single(opened), StringComparison.Ordinal);
        Assert.Equal(["step 9/10", "step 10/10"], updates.Select(line => line.Split(',')[0]));
        Assert.Empty(output.ToString());
    }

    private static void Report(TrainingDisplay display, int step, double tokensPerSecond = 1000) =>
        display.Report(new TrainingProgress(step, 10, 1, 1, 0.001, 1, tokensPerSecond, TimeSpan.FromSeconds(10 - step)));
}
