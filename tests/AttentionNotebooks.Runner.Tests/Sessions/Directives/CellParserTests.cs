using AttentionNotebooks.Runner.Sessions;
using AttentionNotebooks.Runner.Sessions.Directives;

namespace AttentionNotebooks.Runner.Tests.Sessions.Directives;

public sealed class CellParserTests
{
    [Theory]
    [InlineData("#r \"nuget: A, 1.0\"", "#r", "\"nuget: A, 1.0\"")]
    [InlineData("  #r\"nuget:A\"", "#r", "\"nuget:A\"")]
    [InlineData("#i \"nuget: x\"", "#i", "\"nuget: x\"")]
    public void Parse_ReferenceLine_GivesItsNameAndArgument(string line, string name, string argument)
    {
        var cell = Parse($"var x = 1;\n{line}\nvar y = 2;");

        Assert.Equal(new Directive(name, argument, 2), Assert.Single(cell.References));
        Assert.Equal(["var x = 1;", "", "var y = 2;"], Lines(Assert.IsType<CodeStep>(Assert.Single(cell.Steps)).Source.Text));
    }

    [Theory]
    [InlineData("#!csharp", "#!csharp", "")]
    [InlineData("#!time --all ", "#!time", "--all")]
    [InlineData("#!unknown", "#!unknown", "")]
    public void Parse_MagicLine_PartsTheCode(string line, string name, string argument)
    {
        var cell = Parse($"var x = 1;\n{line}\nvar y = 2;");

        Assert.Collection(
            cell.Steps,
            step => Assert.Equal(["var x = 1;", "", ""], Lines(Assert.IsType<CodeStep>(step).Source.Text)),
            step => Assert.Equal(new Directive(name, argument, 2), Assert.IsType<MagicStep>(step).Directive),
            step => Assert.Equal(["", "", "var y = 2;"], Lines(Assert.IsType<CodeStep>(step).Source.Text)));
        Assert.Equal(["var x = 1;", "", "var y = 2;"], Lines(cell.Code));
    }

    [Theory]
    [InlineData("if (true)\n{\n#!time\n}\nelse { }")]
    [InlineData("class C\n{\n#!time\n}")]
    public void Parse_MagicLineInsideAStatementOrType_GoesBeforeTheCode(string source)
    {
        var cell = Parse(source);

        Assert.IsType<MagicStep>(cell.Steps[0]);
        Assert.Equal(source.Replace("#!time", "      ", StringComparison.Ordinal), Assert.IsType<CodeStep>(cell.Steps[1]).Source.Text);
    }

    [Fact]
    public void Parse_TextMagic_TakesTheLinesUpToTheNextLanguage()
    {
        var cell = Parse("var x = 1;\n#!markdown\n# It's \"text\" /*\n#!time\n#!csharp\nvar y = 2;\n#!html\n<b>\n");

        Assert.Equal(["#!markdown", "#!csharp", "#!html"], cell.Magics.Select(magic => magic.Directive.Name));
        Assert.Equal(["# It's \"text\" /*\n#!time", "", "<b>"], cell.Magics.Select(magic => magic.Text));
        Assert.Equal(["var x = 1;", "", "", "", "", "var y = 2;", "", "", ""], Lines(cell.Code));
        Assert.Equal([2, 5, 7], cell.Magics.Select(magic => magic.Directive.Line));
    }

    [Theory]
    [InlineData("#!markdown")]
    [InlineData("#!markdown\n")]
    [InlineData("#!markdown\n#!csharp")]
    [InlineData("")]
    [InlineData(" \n\n")]
    public void Parse_CellWithoutContent_HasNoCode(string source) => Assert.DoesNotContain(Parse(source).Steps, step => step is CodeStep);

    [Theory]
    [InlineData("var s = \"\"\"\n    #r \"nuget: A\"\n    \"\"\";")]
    [InlineData("/*\n#!magic\n*/")]
    [InlineData("#if NEVER\n#!magic\n#endif")]
    [InlineData("#region name\n#endregion")]
    [InlineData("#nullable enable")]
    public void Parse_WhatOnlyLooksLikeADirective_IsLeftAlone(string source)
    {
        var cell = Parse(source);

        Assert.Empty(cell.References);
        Assert.Empty(cell.Magics);
        Assert.Equal(source, cell.Code);
    }

    [Fact]
    public void Parse_SeveralReferences_KeepsTheirOrder() =>
        Assert.Equal([2, 4, 7], Parse("#!csharp\n#i \"nuget: x\"\n\n#r \"nuget: y\"\n#!html\n#!csharp\n#r \"nuget: z\"").References.Select(directive => directive.Line));

    private static ParsedCell Parse(string source) =>
        new CellParser(new MagicTable([new CSharpMagic(), new TimeMagic(), new TextMagic("#!markdown", "Markdown", "text/markdown"), new TextMagic("#!html", "HTML", "text/html")]))
            .Parse(new CellSource("Cell 1", source));

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.Trim())];
}
