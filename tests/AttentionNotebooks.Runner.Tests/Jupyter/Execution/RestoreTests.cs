using AttentionNotebooks.Runner.Tests.Jupyter.Support;
using AttentionNotebooks.Runner.Tests.Support;

namespace AttentionNotebooks.Runner.Tests.Jupyter.Execution;

public sealed class RestoreTests : IDisposable
{
    private readonly LiveKernel live = new();
    private readonly LocalFeed feed;

    public RestoreTests() => feed = new LocalFeed(live.Kernel.Folder);

    public void Dispose() => live.Dispose();

    [Fact]
    public void Restore_ThatSucceeds_IsAnnouncedAndThenReplacedByWhatIsInstalled()
    {
        var id = LocalFeed.NewId("Live");
        feed.Pack(id, "1.2.3", "public static class Answer { public static int Value => 42; }");

        var cell = live.Client.Execute($"#r \"nuget: {id}\"\nConsole.Write(Answer.Value);");

        Assert.Equal("42", cell.Text("stdout"));
        Assert.Contains($"Installing {id}", OnlyText(cell, "display_data"));
        Assert.Contains($"{id}, 1.2.3", OnlyText(cell, "update_display_data"));
        AssertSamePlace(cell);
    }

    [Fact]
    public void Restore_ThatFails_SaysSoInTheSamePlace()
    {
        var cell = live.Client.Execute($"#r \"nuget: {LocalFeed.NewId("Missing")}, [0.0.1]\"");

        Assert.Equal("PackageError", Assert.Single(cell.Of("error"))["ename"]);
        Assert.Contains("could not be installed", OnlyText(cell, "update_display_data"));
        AssertSamePlace(cell);
    }

    private static string? OnlyText(Exchange cell, string type) => Exchange.Data(Assert.Single(cell.Of(type)), "text/plain");

    private static void AssertSamePlace(Exchange cell) => Assert.Equal(
        cell.Of("display_data")[0].Content["transient"]!.ToJsonString(), cell.Of("update_display_data")[0].Content["transient"]!.ToJsonString());
}
