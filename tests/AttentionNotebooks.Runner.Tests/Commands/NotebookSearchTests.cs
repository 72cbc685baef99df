using AttentionNotebooks.Runner.Commands;
using AttentionNotebooks.Runner.Tests.Support;

namespace AttentionNotebooks.Runner.Tests.Commands;

public sealed class NotebookSearchTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Find_Folder_GivesItsNotebooksByNameWithoutCheckpoints()
    {
        Touch("b.ipynb");
        Touch("a.ipynb");
        Touch(".ipynb_checkpoints", "a-checkpoint.ipynb");
        Touch("notes.txt");

        Assert.Equal(["a", "b"], NotebookSearch.Find([folder.Path]).Select(NotebookSearch.NameOf));
    }

    [Fact]
    public void Find_FileNamedTwice_GivesItOnce()
    {
        Touch("a.ipynb");

        Assert.Single(NotebookSearch.Find([folder.Path, folder.File("a.ipynb")]));
    }

    [Fact]
    public void Find_SameNameInTwoFolders_Throws()
    {
        Touch("x", "a.ipynb");
        Touch("y", "A.ipynb");

        Assert.Contains("the name 'a'", Throws(folder.File("x"), folder.File("y")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Find_WhatIsNoNotebook_Throws()
    {
        Touch("notes.txt");

        Assert.Contains("is not a notebook", Throws(folder.File("notes.txt")));
        Assert.Contains("no file or folder", Throws(folder.File("missing")));
    }

    private static string Throws(params string[] paths) => Assert.Throws<CommandException>(() => NotebookSearch.Find(paths)).Message;

    private void Touch(params string[] parts)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(parts))!);
        File.WriteAllText(folder.File(parts), "");
    }
}
