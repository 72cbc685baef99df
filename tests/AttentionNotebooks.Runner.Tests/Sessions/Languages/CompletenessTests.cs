using AttentionNotebooks.Runner.Sessions.Languages;
using AttentionNotebooks.Runner.Tests.Support;

namespace AttentionNotebooks.Runner.Tests.Sessions.Languages;

[Collection(ProcessWide.Name)]
public sealed class CompletenessTests : IDisposable
{
    private readonly TestSession session = new();

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("1 + 1")]
    [InlineData("var x = 1;")]
    [InlineData("int F(int x)\n{\n    return x;\n}")]
    [InlineData("#r \"nuget: A\"")]
    [InlineData("#r \"nuget: ")]
    [InlineData("#i \"nuget: x\"")]
    [InlineData("#!time")]
    [InlineData("#!time\nvar x = 1;")]
    [InlineData("#!markdown\n(unclosed")]
    [InlineData("var s = \"\uD83D\uDE00\";")]
    public void FinishedCode_Checked_IsComplete(string code) => Assert.Equal(CompletenessStatus.Complete, session.IsComplete(code).Status);

    [Theory]
    [InlineData("if (true)", "")]
    [InlineData("if (true)\n{", "    ")]
    [InlineData("class C\n{\n    void M()\n    {\n", "        ")]
    [InlineData("Console.WriteLine(", "    ")]
    [InlineData("var x = ", "")]
    [InlineData("/* comment", "")]
    [InlineData("var s = \"\"\"\n  text", "  ")]
    [InlineData("#!time\nforeach (var x in y) {", "    ")]
    public void UnfinishedCode_Checked_IsIncompleteAndSaysHowToGoOn(string code, string indent) =>
        Assert.Equal(new CodeCompleteness(CompletenessStatus.Incomplete, indent), session.IsComplete(code));

    [Theory]
    [InlineData("var x = ;")]
    [InlineData("}")]
    [InlineData("var s = \"open;")]
    [InlineData("var = = 1;\n#!time")]
    public void BrokenCode_Checked_IsInvalid(string code) => Assert.Equal(CompletenessStatus.Invalid, session.IsComplete(code).Status);

    [Fact]
    public void UnknownLanguage_Checked_IsUnknown() => Assert.Equal(CompletenessStatus.Unknown, session.IsComplete("#!fsharp\nlet x = 1").Status);
}
