using AttentionNotebooks.Runner.Sessions;
using AttentionNotebooks.Runner.Sessions.Directives;
using AttentionNotebooks.Runner.Tests.Support;

namespace AttentionNotebooks.Runner.Tests.Sessions;

[Collection(ProcessWide.Name)]
public sealed class SessionDirectiveTests
{
    [Fact]
    public async Task UnknownMagic_InACell_IsAnErrorThatNamesIt()
    {
        using var session = new TestSession();
        var error = (await session.RunAsync("\n#!fsharp\nlet x = 1")).Error;

        Assert.Equal(CellOutcome.Failed, session.Outcome);
        Assert.Contains("'#!fsharp'", error.Message);
        Assert.Equal(2, error.Line);
    }

    [Fact]
    public async Task AddedMagic_InACell_RunsBeforeItsCode()
    {
        var magic = new RecordingMagic();
        using var session = new TestSession(magic);
        await session.RunAsync("#!record  this one\nvar x = 1;");

        Assert.Equal(CellOutcome.Succeeded, session.Outcome);
        Assert.Equal("this one", Assert.Single(magic.Calls).Argument);
    }

    [Theory]
    [InlineData("#r nuget: A")]
    [InlineData("#r \"\"")]
    [InlineData("#i \"somewhere\"")]
    [InlineData("#r \"nuget: A, notAVersion\"")]
    [InlineData("#r \"nuget: A/../B\"")]
    [InlineData("#r \"not-there.dll\"")]
    public async Task MalformedReference_InACell_IsAnErrorWithItsLine(string directive)
    {
        using var session = new TestSession();
        var error = (await session.RunAsync("var x = 1;\n" + directive)).Error;

        Assert.Equal(2, error.Line);
        Assert.NotEqual("CompilationError", error.Name);
    }

    private sealed class RecordingMagic : IMagic
    {
        public List<Directive> Calls { get; } = [];

        public IReadOnlyList<string> Names { get; } = ["#!record"];

        public string Summary => "Remembers its calls.";

        public Task RunAsync(MagicCall call, CancellationToken cancellationToken)
        {
            Calls.Add(call.Directive);
            return Task.CompletedTask;
        }
    }
}
