using System.CommandLine;
using AttentionNotebooks.Runner.Commands;
using AttentionNotebooks.Runner.Documents;
using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Tests.Support;

namespace AttentionNotebooks.Runner.Tests.Commands;

public sealed class RunCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        errors.Dispose();
    }

    [Fact]
    public async Task Run_FolderOfNotebooks_WritesCopiesAndTheSite()
    {
        Notebook("b", "Console.Write(\"from b\");");
        Notebook("a", "var x = 6;", "", "x * 7");
        var exitCode = await RunAsync(folder.File("in"));

        Assert.Equal(0, exitCode);
        Assert.Empty(errors.ToString());
        Assert.Equal([1, null, 2], Copy("a").Cells.Select(cell => cell.ExecutionCount));
        Assert.Contains("42", Assert.IsType<DisplayOutput>(Copy("a").Cells[2].Outputs.Single()).Data["text/html"]);
        Assert.Equal(new StreamOutput(StreamName.Stdout, "from b"), Copy("b").Cells[0].Outputs.Single());
        Assert.True(File.Exists(folder.File("out", "site", "index.html")));
        Assert.True(output.ToString().IndexOf("a: done", StringComparison.Ordinal) < output.ToString().IndexOf("b: done", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_WithoutSite_WritesCopiesOnly()
    {
        Notebook("a", "1");
        await RunAsync(folder.File("in"), "--no-site");

        Assert.True(File.Exists(folder.File("out", "notebooks", "a.ipynb")));
        Assert.False(Directory.Exists(folder.File("out", "site")));
    }

    [Fact]
    public async Task Run_CellFails_TellsWhereKeepsWhatCameBeforeAndGoesOn()
    {
        Notebook("a", "Console.Write(1);", "var x = 0;\nthrow new InvalidOperationException(\"[red] boom\");", "Console.Write(3);");
        Notebook("b", "Console.Write(4);");
        var exitCode = await RunAsync(folder.File("in"));

        Assert.Equal(1, exitCode);
        Assert.Contains("a: cell 2, line 2 failed: System.InvalidOperationException", errors.ToString());
        Assert.Contains("[red] boom", errors.ToString());
        Assert.Equal([1, 2, null], Copy("a").Cells.Select(cell => cell.ExecutionCount));
        Assert.IsType<ErrorOutput>(Copy("a").Cells[1].Outputs.Single());
        Assert.Empty(Copy("a").Cells[2].Outputs);
        Assert.Single(Copy("b").Cells[0].Outputs);
        Assert.True(File.Exists(folder.File("out", "site", "a.html")));
    }

    [Fact]
    public async Task Run_DisplayUpdatedByALaterCell_IsReplacedWhereItStood()
    {
        Notebook("a", "var shown = display(1, \"text/plain\");", "shown.Update(2); display(3, \"text/plain\");");
        await RunAsync(folder.File("in"));

        Assert.Equal([["2"], ["3"]], Copy("a").Cells.Select(cell => cell.Outputs.Cast<DisplayOutput>().Select(shown => shown.Data["text/plain"])));
    }

    [Fact]
    public async Task Run_EachNotebook_HasAFreshProcess()
    {
        Notebook("a", "AppContext.SetData(\"mark\", \"here\"); Environment.SetEnvironmentVariable(\"AN_MARK\", \"here\");");
        Notebook("b", "Console.Write(AppContext.GetData(\"mark\") is null && Environment.GetEnvironmentVariable(\"AN_MARK\") is null);");
        await RunAsync(folder.File("in"));

        Assert.Equal(new StreamOutput(StreamName.Stdout, "True"), Copy("b").Cells[0].Outputs.Single());
    }

    [Fact]
    public async Task Run_NotebookOfAnotherLanguage_IsAClearError()
    {
        NotebookText.Write(folder.File("in", "a.ipynb"), "python", "1");

        Assert.Equal(1, await RunAsync(folder.File("in")));
        Assert.Contains("a: its language is 'python'", errors.ToString());
        Assert.False(File.Exists(folder.File("out", "notebooks", "a.ipynb")));
    }

    [Fact]
    public async Task Run_BrokenNotebook_IsAClearErrorAndTheOthersRun()
    {
        Directory.CreateDirectory(folder.File("in"));
        await File.WriteAllTextAsync(folder.File("in", "a.ipynb"), "{", TestContext.Current.CancellationToken);
        Notebook("b", "1");

        Assert.Equal(1, await RunAsync(folder.File("in")));
        Assert.Contains("a: ", errors.ToString());
        Assert.DoesNotContain("   at ", errors.ToString());
        Assert.True(File.Exists(folder.File("out", "notebooks", "b.ipynb")));
    }

    [Fact]
    public async Task Run_CellBeyondTheTimeout_Fails()
    {
        Notebook("a", "while (true) { }");

        Assert.Equal(1, await RunAsync(folder.File("in"), "--timeout", "0.5"));
        Assert.Contains("ran longer than 0.5 s", errors.ToString());
    }

    [Theory]
    [InlineData("--timeout", "0")]
    [InlineData("--timeout", "soon")]
    [InlineData("--no-such-option")]
    public async Task Run_WrongOption_IsAnError(params string[] options)
    {
        Notebook("a", "1");

        Assert.Equal(1, await RunAsync([folder.File("in"), .. options]));
        Assert.NotEmpty(errors.ToString());
        Assert.False(Directory.Exists(folder.File("out")));
    }

    [Fact]
    public async Task Run_NoNotebooks_IsAClearError()
    {
        Directory.CreateDirectory(folder.File("in"));

        Assert.Equal(1, await RunAsync(folder.File("in")));
        Assert.StartsWith("There are no notebooks in", errors.ToString());
    }

    private void Notebook(string name, params string[] cells) => NotebookText.Write(folder.File("in", name + ".ipynb"), "C#", cells);

    private Notebook Copy(string name) => NotebookFile.Read(folder.File("out", "notebooks", name + ".ipynb"));

    private Task<int> RunAsync(params string[] arguments)
    {
        var configuration = new InvocationConfiguration { Output = output, Error = errors, ProcessTerminationTimeout = null };
        return RunCommand.Create()
            .Parse([.. arguments, "--output", folder.File("out")])
            .InvokeAsync(configuration, TestContext.Current.CancellationToken);
    }
}
