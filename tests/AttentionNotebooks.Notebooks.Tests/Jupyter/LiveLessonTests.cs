using Microsoft.Playwright;

namespace AttentionNotebooks.Notebooks.Tests.Jupyter;

/// <summary>A lesson live in a browser: it runs, its pictures answer to the mouse, cells stop when they should, and Tab helps to write.</summary>
public sealed class LiveLessonTests(LiveLesson lesson) : IClassFixture<LiveLesson>
{
    /// <summary>How many lines of a figure are dim: all of them, and those of one token.</summary>
    private const string Dim =
        """
        (figure, token) => {
          const dim = lines => [...figure.querySelectorAll(lines)].filter(line => Number(getComputedStyle(line).opacity) < 0.5).length;
          return [dim('path[data-for]'), dim(`path[data-for~=${token}]`)];
        }
        """;

    [Fact]
    public async Task Lesson_RunAll_ShowsEveryPictureAndNoError()
    {
        NotebookPage page = lesson.Page;
        await page.KeepAsync("lesson");
        Assert.Empty(lesson.Errors);
        foreach (string picture in new[] { "seenWith.Trace(I).Map", "multi.Trace(I)", "four.Map.Head(2)", "shared.Map" })
            Assert.True(await page.Cell(picture).Locator(".output svg").First.IsVisibleAsync(), picture);
        await page.KeepAsync("lesson-map", page.Cell("four.Map.Head(2)"));
        await page.KeepAsync("lesson-trace", page.Cell("multi.Trace(I)"));
        Assert.Empty(lesson.Requests);
    }

    [Fact]
    public async Task HeadView_TokenHovered_DimsTheLinesOfTheOthers()
    {
        NotebookPage page = lesson.Page;
        ILocator cell = await page.RunAsync("four.Map.HeadView()");
        Assert.All(await cell.EvaluateAsync<int[]>(Dim, "q6"), dim => Assert.Equal(0, dim));
        await page.KeepAsync("head-view", cell);
        await cell.Locator("[data-select=q6]").HoverAsync();
        await page.KeepAsync("head-view-hovered", cell);
        int[] dim = await cell.EvaluateAsync<int[]>(Dim, "q6");
        int lines = await cell.Locator("path[data-for]").CountAsync(), own = await cell.Locator("path[data-for~=q6]").CountAsync();
        Assert.InRange(own, 1, lines - 1);
        Assert.Equal([lines - own, 0], dim);
    }

    [Fact]
    public async Task RunningCell_Interrupted_LeavesWhatWasSetBefore()
    {
        NotebookPage page = lesson.Page;
        await page.RunAsync("var kept = 6 * 7;");
        ILocator endless = await page.StartAsync("Console.WriteLine(\"on and on\"); while(true){}");
        await endless.Locator(".output_stdout").WaitForAsync();
        await page.InterruptAsync();
        await page.WaitForCellsAsync();
        await page.KeepAsync("interrupted", endless);
        Assert.Contains("interrupted", await endless.Locator(".output_error").InnerTextAsync());
        ILocator after = await page.RunAsync("kept");
        Assert.Equal("42", (await after.Locator(".output_result").InnerTextAsync()).Trim());
    }

    [Fact]
    public async Task Member_CompletedWithTab_IsOffered()
    {
        NotebookPage page = lesson.Page;
        await page.WriteAsync("trace.");
        await page.Page.Keyboard.PressAsync("Tab");
        ILocator offered = page.Page.Locator("#complete option");
        await offered.First.WaitForAsync();
        await page.KeepAsync("completion");
        string[] members = [.. await offered.AllInnerTextsAsync()];
        Assert.Contains("Heads", members);
        Assert.Contains("Map", members);
        await page.Page.Keyboard.PressAsync("Escape");
    }
}
