using AttentionNotebooks.Runner.Mathematics;

namespace AttentionNotebooks.Runner.Tests.Mathematics;

public sealed class LatexVocabularyTests
{
    [Theory]
    [InlineData(@"\alpha \beta \gamma \delta \epsilon \varepsilon \theta \lambda \mu \sigma \tau \varphi \omega \Delta \Omega")]
    [InlineData(@"\cdot \times \odot \oplus \le \leq \ge \geq \ne \neq \approx \in \to \mapsto \infty \ldots \cdots \vdots \ddots \top \prime")]
    [InlineData(@"\sum \prod \max \min \exp \log \lim \arg \sin \cos \det \sup \inf")]
    [InlineData(@"\left( \left[ \left\{ \left\langle \left| x \right| \right\rangle \right\} \right] \right)")]
    [InlineData(@"\bigl( \Big[ \biggr) \Biggm| x")]
    [InlineData(@"\displaystyle x \textstyle y \dfrac12 \tfrac12 \binom{n}{k} \underset{x}{\min} \stackrel{a}{=}")]
    [InlineData(@"\bar x \tilde x \vec x \dot x \ddot x \widehat{xy} \widetilde{xy} \overline{xy} \underline{xy} \overrightarrow{xy}")]
    [InlineData(@"\mathsf{x} \mathtt{x1} \mathfrak{C} \mathscr{B} \bm{x} \mathit{h} \mathrm{x_{y}}")]
    [InlineData(@"\{ \} \| \% \# \$ \& \_ \: \> x := y \colon z ; !")]
    [InlineData(@"\begin{align*} a &= b \\ &= c \end{align*} \begin{gathered} a \\ b \end{gathered} \begin{smallmatrix} a \end{smallmatrix}")]
    public void Convert_CommandsOfTheLessons_AreAllKnown(string latex)
    {
        LatexFormula formula = LatexFormula.Convert(latex, display: true);

        Assert.Empty(formula.Problems);
        Assert.DoesNotContain("merror", formula.MathMl, StringComparison.Ordinal);
    }

    [Fact]
    public void Convert_FormulasOfTheLessons_AreAllKnown()
    {
        string[] formulas =
        [
            @"\alpha'_{j,i} = \frac{\exp(\alpha_{j,i})}{\sum_{l=1}^{n} \exp(\alpha_{j,l})}",
            @"b^j = \sum_{i=1}^n \alpha'_{j,i}\, v^i",
            @"A = \frac{K^\top Q}{\sqrt{q}} \in \mathbb{R}^{n \times n}, \quad O = V A'",
            @"\mathrm{MultiHead}(I) = W^o \begin{bmatrix} O^{(1)} \\ \vdots \\ O^{(h)} \end{bmatrix} = \sum_{\eta=1}^{h} W^o_{\eta} O^{(\eta)}",
            @"\operatorname{ReLU}(x) = \max(0, x) = \begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}",
            @"\operatorname{sparsemax}(z) = \arg\min_{p \in \Delta^{n-1}} \lVert p - z \rVert^2",
            @"\mathrm{PE}_{(pos, 2i)} = \sin\left(\frac{pos}{10000^{2i/r}}\right)",
        ];

        Assert.All(formulas, formula => Assert.Empty(LatexFormula.Convert(formula, display: true).Problems));
    }
}
