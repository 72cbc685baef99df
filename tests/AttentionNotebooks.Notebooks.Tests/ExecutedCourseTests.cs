using System.Text.Json;
using AttentionNotebooks.Browser.Tests;
using AttentionNotebooks.ContactSheet.Browsing;

namespace AttentionNotebooks.Notebooks.Tests;

/// <summary>The course runs from top to bottom, and each cell shows what it promises.</summary>
public sealed class ExecutedCourseTests(ExecutedCourse course, BrowserFixture browser)
{
    public static TheoryData<string> Names => NotebookFiles.Names;

    [Fact]
    public void Course_Run_Succeeds() => Assert.True(course.ExitCode == 0, course.Log);

    [Theory]
    [MemberData(nameof(Names))]
    public void Notebook_EveryCell_RanInOrderWithoutError(string name)
    {
        JsonElement[] cells = course.CodeCells(name);
        Assert.Equal(Enumerable.Range(1, cells.Length), cells.Select(cell => cell.GetProperty("execution_count").GetInt32()));
        Assert.DoesNotContain(cells.SelectMany(cell => cell.GetProperty("outputs").EnumerateArray()), output =>
            output.GetProperty("output_type").GetString() == "error"
            || (output.TryGetProperty("name", out JsonElement stream) && stream.GetString() == "stderr"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Notebook_EveryCell_ShowsSomething(string name) =>
        Assert.All(course.CodeCells(name).Skip(1), cell => Assert.NotEmpty(ExecutedCourse.Html(cell).Concat(ExecutedCourse.Printed(cell))));

    [Theory]
    [MemberData(nameof(Names))]
    public void Notebook_EveryMap_IsDrawn(string name)
    {
        JsonElement[] maps = [.. course.CodeCells(name).Where(cell => NotebookFiles.Source(cell).TrimEnd().EndsWith(".Map", StringComparison.Ordinal))];
        Assert.All(maps, cell => Assert.Contains(ExecutedCourse.Html(cell), html => html.Contains("<svg", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Site_EveryPage_AsksForNothingOutsideItsFolder(string name)
    {
        await using WatchedPage page = await browser.NewPageAsync();
        await page.OpenFileAsync(Path.Combine(course.SiteFolder, Path.ChangeExtension(name, ".html")));
        Assert.Empty(page.Requests);
        Assert.Empty(page.Errors);
    }
}
