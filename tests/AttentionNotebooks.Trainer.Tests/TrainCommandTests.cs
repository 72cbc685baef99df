namespace AttentionNotebooks.Training.Tests;

public sealed class TrainCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("trainer-");

    private string Model => Path.Combine(folder.FullName, "model.safetensors");

    private string Report => Path.Combine(folder.FullName, "report.md");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Train_SomeSteps_WritesTheModelAndItsReport()
    {
        Assert.Equal(0, await Run("--seed", "7", "--steps", "8", "--output", Model, "--report", Report));
        TrainedModel model = TrainedModel.Load(Model);
        Assert.Equal((7, 8), (model.Seed, model.History.Points.Count));
        string report = await File.ReadAllTextAsync(Report, TestContext.Current.CancellationToken);
        Assert.StartsWith("Seed 7, 8 steps", report, StringComparison.Ordinal);
        Assert.All(Corpus.Relations, relation => Assert.Contains($"| {relation} | 500 |", report, StringComparison.Ordinal));
        Assert.Equal(2, Directory.GetFiles(folder.FullName).Length);
    }

    [Fact]
    public async Task Train_WithTheSameSeed_WritesTheSameBytes()
    {
        string other = Path.Combine(folder.FullName, "other.safetensors");
        Assert.Equal(0, await Run("--seed", "2", "--steps", "4", "--output", Model));
        Assert.Equal(0, await Run("--seed", "2", "--steps", "4", "--output", other));
        Assert.Equal(File.ReadAllBytes(Model), File.ReadAllBytes(other));
    }

    [Theory]
    [InlineData("--steps must be at least 1: it is 0.", "--steps", "0")]
    [InlineData("There is no folder", "--output", "/no/such/folder/model.safetensors")]
    [InlineData("There is no folder", "--report", "/no/such/folder/report.md")]
    [InlineData("Cannot parse", "--seed", "one")]
    public void Options_ThatCannotBe_AreRefusedBeforeTheTraining(string essence, string name, string value) =>
        Assert.Contains(TrainCommand.Create().Parse([name, value]).Errors, error => error.Message.Contains(essence, StringComparison.Ordinal));

    private static Task<int> Run(params string[] arguments) => TrainCommand.Create().Parse(arguments).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
}
