using AttentionNotebooks.Runner.Sessions;
using AttentionNotebooks.Runner.Tests.Support;

namespace AttentionNotebooks.Runner.Tests.Sessions;

[Collection(ProcessWide.Name)]
public sealed class SessionErrorTests : IDisposable
{
    private readonly TestSession session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task CompileErrors_OfACell_AreAllToldWithTheirPlaces()
    {
        var error = (await session.RunAsync("\nint x = \"text\";\n  missing();\n")).Error;

        Assert.Equal(CellOutcome.Failed, session.Outcome);
        Assert.Equal("CompilationError", error.Name);
        Assert.Equal(2, error.Line);
        Assert.Contains("Cell 1 (2,9): error CS0029:", error.Message);
        Assert.Contains("Cell 1 (3,3): error CS0103:", error.Message);
        Assert.Contains("    int x = \"text\";", error.Traceback);
    }

    [Fact]
    public async Task SyntaxError_AmongOthers_DoesNotHideThem()
    {
        var error = (await session.RunAsync("foo(;\nint x = \"text\";")).Error;

        Assert.Contains("(1,5): error CS1026", error.Message);
        Assert.Contains("(2,9): error CS0029", error.Message);
    }

    [Theory]
    [InlineData("\n\nthrow new InvalidOperationException(\"boom\");", 3)]
    [InlineData("await Task.Yield();\nthrow new InvalidOperationException(\"boom\");", 2)]
    [InlineData("#!csharp\nthrow new InvalidOperationException(\"boom\");", 2)]
    public async Task Exception_InACell_NamesItsLine(string source, int line)
    {
        var error = (await session.RunAsync(source)).Error;

        Assert.Equal("System.InvalidOperationException", error.Name);
        Assert.Equal("boom", error.Message);
        Assert.Equal(line, error.Line);
        Assert.StartsWith($"Cell 1, line {line}: throw new", error.Traceback[0]);
    }

    [Fact]
    public async Task Exception_InAMethodOfAnEarlierCell_NamesBothLines()
    {
        await session.RunAsync("int Fail(int x)\n{\n    return x / (x - x);\n}");
        var error = (await session.RunAsync("var y = 1;\nFail(y);")).Error;

        Assert.Equal(2, error.Line);
        Assert.Equal(
            ["Cell 2, line 2: Fail(y);", "System.DivideByZeroException: Attempted to divide by zero.", "   at Fail(Int32 x) in Cell 1, line 3", "   at Cell 2, line 2"],
            error.Traceback);
    }

    [Fact]
    public async Task Exception_FromTheFramework_ShowsItsFramesDownToTheCell()
    {
        var error = (await session.RunAsync("new List<int>().First()")).Error;

        Assert.Contains(error.Traceback, line => line.Contains("System.Linq.Enumerable.First", StringComparison.Ordinal));
        Assert.Equal("   at Cell 1, line 1", error.Traceback[^1]);
    }

    [Fact]
    public async Task Exception_OfATypeOfTheCell_HasItsOwnNameAndInnerException()
    {
        var error = (await session.RunAsync("class MyError : Exception { public MyError(Exception e) : base(\"outer\", e) { } }\nthrow new MyError(new Exception(\"inner\"));")).Error;

        Assert.Equal("MyError", error.Name);
        Assert.Contains(" ---> System.Exception: inner", error.Traceback);
    }

    [Fact]
    public async Task Traceback_OfAnyError_HoldsNoPath()
    {
        var error = (await session.RunAsync("void F() => throw new Exception(); \nF();")).Error;

        Assert.DoesNotContain(error.Traceback, line => line.Contains(session.Folder.Path, StringComparison.Ordinal));
    }
}
