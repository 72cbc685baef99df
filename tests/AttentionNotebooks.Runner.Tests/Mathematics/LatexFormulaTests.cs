using System.Xml.Linq;
using AttentionNotebooks.Runner.Mathematics;

namespace AttentionNotebooks.Runner.Tests.Mathematics;

public sealed class LatexFormulaTests
{
    [Theory]
    [InlineData("x", "mi:x")]
    [InlineData("x^2", "msup(mi:x mn:2)")]
    [InlineData("x_i", "msub(mi:x mi:i)")]
    [InlineData("x_i^2", "msubsup(mi:x mi:i mn:2)")]
    [InlineData("x^2_i", "msubsup(mi:x mi:i mn:2)")]
    [InlineData("x^{y^z}", "msup(mi:x msup(mi:y mi:z))")]
    [InlineData("x^12", "(msup(mi:x mn:1) mn:2)")]
    [InlineData("x_{j,i}", "msub(mi:x (mi:j mo:, mi:i))")]
    [InlineData("{}^2", "msup(() mn:2)")]
    [InlineData("f'", "msup(mi:f mpadded(mo:′))")]
    [InlineData("f''_n", "msubsup(mi:f mi:n mpadded(mo:′′))")]
    [InlineData("f'^2", "msup(mi:f (mo:′ mn:2))")]
    [InlineData("3.14 + .5", "(mn:3.14 mo:+ mn:.5)")]
    [InlineData("ab", "(mi:a mi:b)")]
    [InlineData("a - b", "(mi:a mo:− mi:b)")]
    [InlineData(@"\alpha\Gamma", "(mi:α mi[normal]:Γ)")]
    [InlineData(@"a % comment
        b", "(mi:a mi:b)")]
    [InlineData("Ж⊗é", "(mi:Ж mo:⊗ mi:é)")]
    [InlineData("", "()")]
    public void Convert_LettersAndScripts_GivesTheTree(string latex, string outline) => Assert.Equal(outline, MathMl.Outline(latex));

    [Theory]
    [InlineData(@"\frac{a}{b+c}", "mfrac(mi:a (mi:b mo:+ mi:c))")]
    [InlineData(@"\frac12", "mfrac(mn:1 mn:2)")]
    [InlineData(@"\frac{\frac{1}{2}}{3}", "mfrac(mfrac(mn:1 mn:2) mn:3)")]
    [InlineData(@"\sqrt{x}", "msqrt(mi:x)")]
    [InlineData(@"\sqrt[3]{x}", "mroot(mi:x mn:3)")]
    [InlineData(@"\sqrt[n+1] x", "mroot(mi:x (mi:n mo:+ mn:1))")]
    [InlineData(@"\hat{x}", "mover(mi:x mo:^)")]
    [InlineData(@"\vec v", "mover(mi:v mo:→)")]
    [InlineData(@"\underbrace{x+y}_{n}", "munder(munder((mi:x mo:+ mi:y) mo:⏟) mi:n)")]
    [InlineData(@"\overbrace{x}^{n}", "mover(mover(mi:x mo:⏞) mi:n)")]
    [InlineData(@"\overset{!}{=}", "mover(mo:= mo:!)")]
    [InlineData(@"\text{if } x", "(mtext:if\u00a0 mi:x)")]
    [InlineData(@"\text{50\% {of}}", "mtext:50%\u00a0{of}")]
    [InlineData(@"\overline{x+y}", "((mi:x mo:+ mi:y))")]
    public void Convert_Structures_GivesTheTree(string latex, string outline) => Assert.Equal(outline, MathMl.Outline(latex));

    [Theory]
    [InlineData(@"\mathbb{R}", "mi[normal]:ℝ")]
    [InlineData(@"\mathbb{R}^{r \times n}", "msup(mi[normal]:ℝ (mi:r mo:× mi:n))")]
    [InlineData(@"\mathrm{softmax}(A)", "(mi:softmax mo:( mi:A mo:))")]
    [InlineData(@"\mathrm d", "mi[normal]:d")]
    [InlineData(@"\mathbf{W1}", "(mi[normal]:𝐖 mn:𝟏)")]
    [InlineData(@"\mathcal{L}\mathcal{N}", "(mi[normal]:ℒ mi[normal]:𝒩)")]
    [InlineData(@"\mathit{ab}", "mi:𝑎𝑏")]
    [InlineData(@"\boldsymbol{\alpha}", "mi[normal]:𝜶")]
    [InlineData(@"\boldsymbol{\theta}_i", "msub(mi[normal]:𝜽 mi:i)")]
    public void Convert_Alphabets_UsesTheLettersOfUnicode(string latex, string outline) => Assert.Equal(outline, MathMl.Outline(latex));

    [Theory]
    [InlineData(@"\log x", "(mi:log mo:\u2061 mspace() mi:x)")]
    [InlineData(@"\log(x)", "(mi:log mo:\u2061 mo:( mi:x mo:))")]
    [InlineData(@"\log_2\left(x\right)", "(msub(mi:log mn:2) mo:\u2061 (mo:( mi:x mo:)))")]
    [InlineData(@"2\exp x", "(mn:2 mspace() mi:exp mo:\u2061 mspace() mi:x)")]
    [InlineData(@"\operatorname{ReLU}(x)", "(mi:ReLU mo:\u2061 mo:( mi:x mo:))")]
    [InlineData(@"\arg\max_j x", "(mi:arg mo:\u2061 mspace() munder(mo:max mi:j) mo:\u2061 mspace() mi:x)")]
    [InlineData(@"\sum_{i=1}^n x_i", "(munderover(mo:∑ (mi:i mo:= mn:1) mi:n) msub(mi:x mi:i))")]
    [InlineData(@"\int_0^1 x", "(msubsup(mo:∫ mn:0 mn:1) mi:x)")]
    [InlineData(@"\int\limits_0^1", "munderover(mo:∫ mn:0 mn:1)")]
    [InlineData(@"\sum\nolimits_0", "msub(mo:∑ mn:0)")]
    [InlineData(@"\operatorname*{argmax}_x", "munder(mo:argmax mi:x)")]
    public void Convert_Functions_PlacesLimitsAndGaps(string latex, string outline) => Assert.Equal(outline, MathMl.Outline(latex));

    [Theory]
    [InlineData(@"\begin{matrix} a & b \\ c & d \end{matrix}", "mtable(mtr(mtd(mi:a) mtd(mi:b)) mtr(mtd(mi:c) mtd(mi:d)))")]
    [InlineData(@"\begin{pmatrix} a \\ b \\ \end{pmatrix}", "(mo:( mtable(mtr(mtd(mi:a)) mtr(mtd(mi:b))) mo:))")]
    [InlineData(@"\begin{bmatrix} \vdots & \ddots \end{bmatrix}", "(mo:[ mtable(mtr(mtd(mi[normal]:⋮) mtd(mi[normal]:⋱))) mo:])")]
    [InlineData(@"\begin{vmatrix} a \end{vmatrix}", "(mo:| mtable(mtr(mtd(mi:a))) mo:|)")]
    [InlineData(@"\begin{cases} x & y \\[2pt] 0 & z \end{cases}", "(mo:{ mtable(mtr(mtd(mi:x) mtd(mi:y)) mtr(mtd(mn:0) mtd(mi:z))))")]
    [InlineData(@"\begin{aligned} a &= b \\ [x] \end{aligned}", "mtable(mtr(mtd(mi:a) mtd(() mo:= mi:b)) mtr(mtd(mo:[ mi:x mo:])))")]
    [InlineData(@"\begin{array}{l|r} a & b \end{array}", "mtable(mtr(mtd(mi:a) mtd(mi:b)))")]
    [InlineData(@"a \\ b", "mtable(mtr(mtd(mi:a)) mtr(mtd(mi:b)))")]
    public void Convert_Environments_GivesTables(string latex, string outline) => Assert.Equal(outline, MathMl.Outline(latex));

    [Theory]
    [InlineData(@"\left( x \right)", "( true; ) true")]
    [InlineData(@"\left\{ x \right.", "{ true")]
    [InlineData(@"\left\lVert x \middle| y \right\rVert", "‖ true; | true; ‖ true")]
    [InlineData("(x)", "( false; ) false")]
    [InlineData(@"\lfloor x \rfloor", "⌊ false; ⌋ false")]
    [InlineData("|x|", "| false; | false")]
    [InlineData(@"\big( x \big)", "( true; ) true")]
    public void Convert_Fences_StretchWhereTheSourceAsksForIt(string latex, string fences)
    {
        IEnumerable<string> stretchy = MathMl.Of(latex).DescendantsAndSelf("mo").Select(sign => $"{sign.Value} {sign.Attribute("stretchy")?.Value}");

        Assert.Equal(fences, string.Join("; ", stretchy));
    }

    [Theory]
    [InlineData("-x", "prefix")]
    [InlineData("a-x", null)]
    [InlineData("(-x", "prefix")]
    [InlineData("a=-x", "prefix")]
    [InlineData(")-x", null)]
    [InlineData(@"a^2 - x", null)]
    [InlineData(@"\begin{aligned} a & -x \end{aligned}", null)]
    public void Convert_Minus_IsASignWhereItHasNoLeftOperand(string latex, string? form)
    {
        XElement minus = Assert.Single(MathMl.Of(latex).DescendantsAndSelf("mo"), sign => sign.Value == "−");

        Assert.Equal(form, minus.Attribute("form")?.Value);
    }

    [Fact]
    public void Convert_Aligned_EquationsMeetAtTheirSigns()
    {
        string?[] styles = [.. MathMl.Of(@"\begin{aligned} a &= b \end{aligned}").Descendants("mtd").Select(cell => cell.Attribute("style")?.Value)];

        Assert.Contains("text-align: right", styles[0], StringComparison.Ordinal);
        Assert.Contains("padding-right: 0", styles[0], StringComparison.Ordinal);
        Assert.Contains("text-align: left", styles[1], StringComparison.Ordinal);
        Assert.Contains("padding-left: 0", styles[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Convert_ArrayWithARule_DrawsItAtItsColumn()
    {
        bool[] ruled = [.. MathMl.Of(@"\begin{array}{cc|c} a & b & c \end{array}").Descendants("mtd").Select(cell => cell.Attribute("style")?.Value.Contains("border-left", StringComparison.Ordinal) == true)];

        Assert.Equal([false, false, true], ruled);
    }

    [Theory]
    [InlineData(@"\,", "0.1667em")]
    [InlineData(@"\;", "0.2778em")]
    [InlineData(@"\!", "-0.1667em")]
    [InlineData(@"\quad", "1em")]
    [InlineData(@"\qquad", "2em")]
    [InlineData("~", "0.25em")]
    public void Convert_Spacing_GivesItsWidth(string latex, string width) =>
        Assert.Equal(width, Assert.Single(MathMl.Of($"a{latex} b").Descendants("mspace")).Attribute("width")?.Value);

    [Theory]
    [InlineData(true, "block")]
    [InlineData(false, null)]
    public void Convert_Display_IsAnAttributeOfMath(bool display, string? expected) =>
        Assert.Equal(expected, XElement.Parse(LatexFormula.Convert("x", display).MathMl).Attribute("display")?.Value);

    [Fact]
    public void Convert_AnySource_StandsInTheAnnotation()
    {
        const string Source = @"a < b \text{ & ""c"" </annotation><script>}";

        XElement annotation = XElement.Parse(LatexFormula.Convert($" {Source}\n", display: false).MathMl).Descendants("annotation").Single();

        Assert.Equal((Source, "application/x-tex"), (annotation.Value, annotation.Attribute("encoding")?.Value));
    }
}
