using System.Text;
using System.Xml.Linq;
using AngleSharp.Dom;
using AttentionNotebooks.Figures.Tests.Reading;

namespace AttentionNotebooks.Figures.Tests.Scripting;

public sealed class FigureScriptTests
{
    private const int Budget = 12 * 1024;

    [Fact]
    public void Script_AsItStandsInAFigure_KeepsItsBudget() => Assert.InRange(Encoding.UTF8.GetByteCount(FigureScript.Text), 1, Budget);

    [Fact]
    public void Script_Whole_FetchesNothingAndCannotEndItsElement()
    {
        string[] forbidden = ["fetch(", "XMLHttpRequest", "import", "eval(", "innerHTML", "require(", "window.", "</script", "<!--", "]]>", "`"];
        Assert.All(forbidden, word => Assert.DoesNotContain(word, FigureScript.Text, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("http", FigureScript.Text.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Script_InAFigure_IsReadUnchangedByHtmlAndByXml()
    {
        HeadViewFigure figure = ExampleMaps.Softmax(2, 3, 3).HeadView();
        string html = Dom.Of(figure).One("script").TextContent;
        Assert.Equal($"//<![CDATA[\n{FigureScript.Text}\n//]]>", html);
        Assert.Contains("=>", html, StringComparison.Ordinal);
        XElement xml = XElement.Parse(figure.ToHtml());
        Assert.Equal($"//\n{FigureScript.Text}\n//", xml.Elements("script").Single().Value);
    }

    [Fact]
    public void Figure_ThatUsesTheScript_CarriesItOnceAndLast()
    {
        IElement root = Dom.Of(ExampleMaps.Softmax(2, 3, 3).HeadView()).Children.Single();
        Assert.Equal("head-view", root.GetAttribute("data-attention-figure"));
        Assert.Same(root.LastElementChild, root.One("script"));
    }

    [Fact]
    public void Figure_ThatUsesNoScript_HasNone() => Assert.Empty(Dom.Of(ExampleMaps.Softmax(2, 3, 3).Heatmap()).QuerySelectorAll("script"));
}
