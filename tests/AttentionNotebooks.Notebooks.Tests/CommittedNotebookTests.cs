using System.Text.Json;
using System.Text.RegularExpressions;

namespace AttentionNotebooks.Notebooks.Tests;

/// <summary>How a notebook is committed: without results, with stable ids, one idea a cell.</summary>
public sealed partial class CommittedNotebookTests
{
    public static TheoryData<string> Names => NotebookFiles.Names;

    [Fact]
    public void Course_Lessons_AreNumberedWithoutGap() =>
        Assert.Equal(
            [
                "01-self-attention-vectors.ipynb", "02-self-attention-matrices.ipynb", "03-multi-head-attention.ipynb",
                "04-what-there-is-to-learn.ipynb", "05-what-heads-learn.ipynb", "06-what-attention-costs.ipynb",
            ],
            NotebookFiles.Names.Select(row => row.Data).Where(name => char.IsAsciiDigit(name[0])));

    [Theory]
    [MemberData(nameof(Names))]
    public void Notebook_IsCommitted_WithoutOutputsAndCounts(string name) =>
        Assert.All(NotebookFiles.CodeCells(name), cell =>
        {
            Assert.Equal(0, cell.GetProperty("outputs").GetArrayLength());
            Assert.Equal(JsonValueKind.Null, cell.GetProperty("execution_count").ValueKind);
        });

    [Theory]
    [MemberData(nameof(Names))]
    public void Notebook_CellIds_AreSpeakingAndUnique(string name)
    {
        string[] ids = [.. NotebookFiles.Read(name).GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("id").GetString()!)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches(SpeakingId(), id));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Notebook_Kernel_IsCSharp(string name) =>
        Assert.Equal(".net-csharp", NotebookFiles.Read(name).GetProperty("metadata").GetProperty("kernelspec").GetProperty("name").GetString());

    [Theory]
    [MemberData(nameof(Names))]
    public void Notebook_CodeCells_HaveAtMostFifteenLines(string name) =>
        Assert.All(NotebookFiles.CodeCells(name), cell => Assert.InRange(cell.GetProperty("source").GetArrayLength(), 1, 15));

    [Theory]
    [MemberData(nameof(Names))]
    public void Notebook_Packages_AreOursAlone(string name) =>
        Assert.Equal(
            ["#r \"nuget: AttentionNotebooks\""],
            NotebookFiles.CodeCells(name).SelectMany(cell => NotebookFiles.Source(cell).Split('\n')).Where(line => line.StartsWith('#')));

    [Theory]
    [MemberData(nameof(Names))]
    public void Notebook_Links_LeadToFiles(string name) =>
        Assert.All(
            NotebookFiles.Read(name).GetProperty("cells").EnumerateArray().SelectMany(cell => Link().Matches(NotebookFiles.Source(cell))),
            link => Assert.True(File.Exists(Path.Combine(NotebookFiles.Folder, link.Groups[1].Value)), link.Value));

    [GeneratedRegex("^[a-z][a-z0-9-]*$")]
    private static partial Regex SpeakingId();

    [GeneratedRegex(@"\]\(([^)#:]+\.ipynb)\)")]
    private static partial Regex Link();
}
