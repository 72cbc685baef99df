using AttentionNotebooks.Runner.Sessions;
using AttentionNotebooks.Runner.Sessions.Directives;

namespace AttentionNotebooks.Runner.Tests.Sessions.Directives;

public sealed class ParsedCellTests
{
    [Theory]
    [InlineData("#r \"nuget: A, 1.0\"", "#r", "\"nuget: A, 1.0\"")]
    [InlineData("  #r\"nuget:A\"", "#r", "\"nuget:A\"")]
    [InlineData("#i \"nuget: x\"", "#i", "\"nuget: x\"")]
    [InlineData("#!csharp", "#!csharp", "")]
    [InlineData("#!time --all ", "#!time", "--all")]
    public void Parse_DirectiveLine_GivesItsNameAndArgument(string line, string name, string argument)
    {
        var cell = Parse($"var x = 1;\n{line}\nvar y = 2;");

        Assert.Equal(new Directive(name, argument, 2), Assert.Single(cell.Directives));
        Assert.Equal(["var x = 1;", "", "var y = 2;"], cell.Source.Text.Split('\n').Select(text => text.Trim()));
    }

    [Theory]
    [InlineData("var s = \"\"\"\n    #r \"nuget: A\"\n    \"\"\";")]
    [InlineData("/*\n#!magic\n*/")]
    [InlineData("#if NEVER\n#!magic\n#endif")]
    [InlineData("#region name\n#endregion")]
    [InlineData("#nullable enable")]
    public void Parse_WhatOnlyLooksLikeADirective_IsLeftAlone(string source)
    {
        var cell = Parse(source);

        Assert.Empty(cell.Directives);
        Assert.Equal(source, cell.Source.Text);
    }

    [Fact]
    public void Parse_SeveralDirectives_KeepsTheirOrder() =>
        Assert.Equal([1, 2, 4], Parse("#!csharp\n#i \"nuget: x\"\n\n#r \"nuget: y\"").Directives.Select(directive => directive.Line));

    private static ParsedCell Parse(string source) => ParsedCell.Parse(new CellSource("Cell 1", source));
}
