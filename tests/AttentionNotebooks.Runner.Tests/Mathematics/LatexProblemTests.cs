using System.Xml.Linq;
using AttentionNotebooks.Runner.Mathematics;

namespace AttentionNotebooks.Runner.Tests.Mathematics;

public sealed class LatexProblemTests
{
    [Theory]
    [InlineData(@"a + \foo b", @"\foo is not a known command")]
    [InlineData(@"\frac{a}", @"\frac has nothing after it")]
    [InlineData("x^", "^ has nothing after it")]
    [InlineData("x_^2", "_ has nothing after it")]
    [InlineData("x^2^3", "^ comes twice")]
    [InlineData("{a", "{ is never closed")]
    [InlineData("a}b", "} has nothing to close")]
    [InlineData(@"\left( a", @"\left has no \right")]
    [InlineData(@"a \right)", @"\right has nothing to close")]
    [InlineData(@"\left x \right)", @"\left needs a fence after it")]
    [InlineData(@"\begin{nonsense} a \end{nonsense}", @"\begin{nonsense} is not a known environment")]
    [InlineData(@"\begin{matrix} a", @"\begin has no \end{matrix}")]
    [InlineData(@"\begin{matrix} a \end{cases}", @"\begin has no \end{matrix}")]
    [InlineData(@"\text x", @"\text needs a group in braces")]
    [InlineData(@"\text{x", @"\text needs a group in braces")]
    [InlineData(@"\begin x", @"\begin needs a group in braces")]
    [InlineData(@"\begin{array} x", @"\begin{array} needs its columns in braces")]
    [InlineData(@"\big x", @"\big needs a fence after it")]
    [InlineData(@"\left( x \right", @"\right needs a fence after it")]
    [InlineData(@"\sqrt[3 x", @"\sqrt has a [ that is never closed")]
    [InlineData(@"\", @"\ is not a known command")]
    public void Convert_SourceIsWrong_SaysSoAndShowsIt(string latex, string problem)
    {
        (XElement body, IReadOnlyList<string> problems) = MathMl.WithProblems(latex);

        Assert.Contains(problem, problems);
        Assert.Equal(problems.Count, body.DescendantsAndSelf("merror").Count());
    }

    [Fact]
    public void Convert_UnknownCommand_StandsAsAnErrorAmongTheRest()
    {
        (XElement body, _) = MathMl.WithProblems(@"a + \foo b");

        Assert.Equal(@"(mi:a mo:+ merror(mtext:\foo) mi:b)", MathMl.Outline(body));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("x^{")]
    [InlineData(@"\sqrt")]
    [InlineData(@"\left(")]
    [InlineData(@"\frac{")]
    [InlineData(@"\begin{matrix}")]
    [InlineData("^")]
    [InlineData(@"\\")]
    [InlineData("&")]
    public void Convert_EndlessNesting_EndsInAProblemNotInACrash(string piece)
    {
        string latex = string.Concat(Enumerable.Repeat(piece, 5_000));

        LatexFormula formula = LatexFormula.Convert(latex, display: true);

        Assert.Equal(latex, XElement.Parse(formula.MathMl).Descendants("annotation").Single().Value);
    }

    [Fact]
    public void Convert_RandomPieces_AlwaysGivesWellFormedMathMl()
    {
        string[] pieces =
        [
            "x", "1", "+", "-", "^", "_", "'", "{", "}", "&", @"\\", "[", "]", "(", ")", "|", "<", ".", " ", "%\n", @"\frac", @"\sqrt", @"\left", @"\right",
            @"\middle", @"\begin{cases}", @"\end{cases}", @"\begin{array}{c|c}", @"\end{array}", @"\text{a}", @"\mathbb", @"\hat", @"\sum", @"\max", @"\limits",
            @"\big", @"\,", @"\unknown", "\u0001", "\ud800", "😀", @"\operatorname*", @"\displaystyle", @"\overset", @"\", "\"", "[2pt]",
        ];
        Random random = new(11);

        for (int turn = 0; turn < 5_000; turn++)
        {
            string latex = string.Concat(random.GetItems(pieces, random.Next(1, 14)));
            LatexFormula formula = LatexFormula.Convert(latex, display: true);
            XElement math = XElement.Parse(formula.MathMl.Replace('\ud800', '?'));
            Assert.Equal(formula.Problems.Count, math.Descendants("merror").Count());
            Assert.All(math.Descendants("mfrac").Concat(math.Descendants("msub")).Concat(math.Descendants("mover")), element => Assert.Equal(2, element.Elements().Count()));
            Assert.All(math.Descendants("msubsup").Concat(math.Descendants("munderover")), element => Assert.Equal(3, element.Elements().Count()));
        }
    }
}
