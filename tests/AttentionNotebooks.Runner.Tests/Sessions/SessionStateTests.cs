using AttentionNotebooks.Runner.Sessions;
using AttentionNotebooks.Runner.Sessions.Scripts;
using AttentionNotebooks.Runner.Tests.Support;
using Microsoft.CodeAnalysis.Scripting;

namespace AttentionNotebooks.Runner.Tests.Sessions;

[Collection(ProcessWide.Name)]
public sealed class SessionStateTests : IDisposable
{
    private readonly TestSession session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task Cell_UsesWhatEarlierCellsDeclared_SeesIt()
    {
        await session.RunAsync("using System.Globalization; int Square(int x) => x * x; record Point(int X);");
        await session.RunAsync("var point = new Point(Square(3));");

        Assert.Equal("9", await session.EvaluateAsync("point.X.ToString(CultureInfo.InvariantCulture)"));
    }

    [Fact]
    public async Task Cell_Throws_KeepsWhatItHadDone()
    {
        await session.RunAsync("var x = 1;");
        await session.RunAsync("x = 2; var y = 3; throw new Exception(); x = 4;");
        Assert.Equal(CellOutcome.Failed, session.Outcome);

        Assert.Equal("5", await session.EvaluateAsync("x + y"));
    }

    [Fact]
    public async Task Cell_DoesNotCompile_LeavesTheStateAlone()
    {
        await session.RunAsync("var x = 1;");
        await session.RunAsync("var x = \"text\"; nonsense();");

        Assert.Equal("2", await session.EvaluateAsync("x + 1"));
    }

    [Fact]
    public async Task TopLevelAwait_Completes_GivesItsValue() =>
        Assert.Equal("7", await session.EvaluateAsync("await Task.Run(async () => { await Task.Yield(); return 7; })"));

    [Fact]
    public async Task BlockingOnAsyncCode_InACell_DoesNotDeadlock()
    {
        await session.RunAsync("async Task<int> Later() { await Task.Yield(); await Task.Delay(1); return 5; }");

        Assert.Equal("5", await session.EvaluateAsync("Later().Result"));
    }

    [Fact]
    public async Task Submission_AfterTheFirst_NamesOnlyNewReferencesAndImports()
    {
        using var scripts = new ScriptEngine(session.Folder.Path);
        var assembly = session.Folder.File("beside.dll");
        await File.WriteAllBytesAsync(assembly, LocalFeed.Compile("beside", "public class Beside { }"), TestContext.Current.CancellationToken);
        await RunAsync("var x = 1;");
        Assert.Empty(scripts.Next.Options.MetadataReferences);
        Assert.Empty(scripts.Next.Options.Imports);

        scripts.AddAssemblies([assembly], [assembly]);
        Assert.Throws<CompilationErrorException>(() => scripts.Compile(new CellSource("broken", "nonsense();"), TestContext.Current.CancellationToken));
        Assert.Single(scripts.Next.Options.MetadataReferences);
        await RunAsync("Beside b = null;");
        Assert.Empty(scripts.Next.Options.MetadataReferences);
        await RunAsync("b = null; var list = new List<Beside>();");

        Task RunAsync(string code) =>
            scripts.RunAsync(scripts.Compile(new CellSource("Cell", code), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task CurrentDirectory_InACell_IsTheNotebooksFolder()
    {
        await session.RunAsync("File.WriteAllText(\"beside.txt\", \"text\");");

        Assert.True(File.Exists(session.Folder.File("beside.txt")));
    }

    [Fact]
    public void Dispose_AfterwardsConsoleAndDirectory_AreAsBefore()
    {
        var (output, directory) = (Console.Out, Environment.CurrentDirectory);
        using (var second = new TestSession()) Assert.NotEqual(directory, Environment.CurrentDirectory);

        Assert.Equal(directory, Environment.CurrentDirectory);
        Assert.Same(output, Console.Out);
    }
}
