using AttentionNotebooks.Runner.Documents;
using AttentionNotebooks.Runner.Site;

namespace AttentionNotebooks.Runner.Tests.Site;

public sealed class CommittedNotebookTests : IDisposable
{
    private readonly SampleSite site = new();

    public void Dispose() => site.Dispose();

    public static IEnumerable<TheoryDataRow<string>> Notebooks =>
        from file in Folder.Exists ? Folder.GetFiles("*.ipynb") : []
        orderby file.Name
        select new TheoryDataRow<string>(file.FullName);

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Notebooks))]
    public void Page_OfACommittedNotebook_ShowsAllOfItsFormulas(string path)
    {
        site.Write(new SitePage("page", NotebookFile.Read(path), Failed: false));

        Assert.Equal([], site.Read("page.html").QuerySelectorAll("merror").Select(error => error.TextContent));
    }

    private static DirectoryInfo Folder
    {
        get
        {
            DirectoryInfo folder = new(AppContext.BaseDirectory);
            while (folder.Parent is not null && !File.Exists(Path.Combine(folder.FullName, "AttentionNotebooks.sln")))
            {
                folder = folder.Parent;
            }

            return new DirectoryInfo(Path.Combine(folder.FullName, "notebooks"));
        }
    }
}
