using System.Globalization;
using AngleSharp.Dom;
using AttentionNotebooks.Figures.Tests.Reading;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace AttentionNotebooks.Figures.Tests.Matrices;

public sealed class MatrixHtmlTests
{
    private static readonly string[] Words = ["I", "saw", "the", "man"];

    [Theory]
    [InlineData(1e-5)]
    [InlineData(0.02)]
    [InlineData(1)]
    [InlineData(300)]
    [InlineData(1e7)]
    public void Html_Numbers_AreThoseOfTheMatrixToTheRoundingShown(double scale)
    {
        Matrix<double> matrix = Examples.Random(7, 5, scale);

        string[][] cells = Dom.Of(matrix.Figure()).Cells();

        Assert.Equal(7, cells.Length);
        foreach ((int row, int column, double value) in matrix.EnumerateIndexed()) ShownNumber.AssertShows(value, cells[row][column]);
    }

    [Fact]
    public void Html_OfAnAbridgedMatrix_ShowsUnderEachIndexTheEntryOfThatIndex()
    {
        Matrix<double> matrix = Examples.Random(300, 64);

        IElement body = Dom.Of(matrix.Figure());

        string[] columns = body.Texts("thead th");
        string[] rows = body.Texts("tbody th");
        string[][] cells = body.Cells();
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "…", "56", "57", "58", "59", "60", "61", "62", "63"], columns);
        Assert.Equal(["9", "⋮", "290"], rows[9..12]);
        for (int row = 0; row < rows.Length; row++)
        {
            for (int column = 0; column < columns.Length; column++)
            {
                if (rows[row] == "⋮" || columns[column] == "…") Assert.Contains(cells[row][column], "⋮…⋱");
                else ShownNumber.AssertShows(matrix[Index(rows[row]), Index(columns[column])], cells[row][column]);
            }
        }

        static int Index(string header) => int.Parse(header, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Html_OfAnAbridgedMatrix_SaysHowMuchItShows()
    {
        IElement body = Dom.Of(Matrix<double>.Build.Dense(4096, 64, 1).Figure());

        Assert.Equal("showing 20 of 4,096 rows and 16 of 64 columns", Caption(body, "caption em"));
        Assert.Equal("4,076 rows left out", body.One("tbody th[title]").GetAttribute("title"));
        Assert.Equal("48 columns left out", body.One("thead th[title]").GetAttribute("title"));
    }

    [Fact]
    public void Html_OfAnAbridgedVector_CountsItsEntries()
    {
        IElement body = Dom.Of(Vector<double>.Build.Dense(1000, 1).Figure());

        Assert.Equal("showing 20 of 1,000 entries", Caption(body, "caption em"));
        Assert.Equal("980 entries left out", body.One("tbody th[title]").GetAttribute("title"));
    }

    [Fact]
    public void Html_OfAMatrixThatFits_SaysNothingOfAbridging() => Assert.Empty(Dom.Of(Examples.Random(20, 16).Figure()).QuerySelectorAll("em"));

    [Fact]
    public void Html_WithALimit_ShowsThatMany()
    {
        string[][] cells = Dom.Of(Examples.Random(50, 50).Figure().Limit(rows: 50, columns: 4)).Cells();

        Assert.Equal(50, cells.Length);
        Assert.All(cells, row => Assert.Equal(5, row.Length));
    }

    [Fact]
    public void Html_OfALabelledMatrix_HasCaptionAndHeaders()
    {
        IElement body = Dom.Of(new LabelledMatrix<double>(Examples.Random(2, 4), "Queries", "Q", ["a", "b"], Words));

        Assert.Equal("Queries Q 2×4", Caption(body, "table > caption"));
        Assert.Equal(Words, body.Texts("thead th[scope=col] bdi"));
        Assert.Equal(["a", "b"], body.Texts("tbody th[scope=row] bdi"));
    }

    [Fact]
    public void Html_OfAVector_IsOneLabelledColumn()
    {
        Vector<double> vector = Examples.Random(4, 1).Column(0);

        IElement body = Dom.Of(new LabelledVector<double>(vector, "Weights", "α′", Words));

        Assert.Equal("Weights α′ 4 entries", Caption(body, "caption"));
        Assert.Empty(body.QuerySelectorAll("thead"));
        Assert.Equal(Words, body.Texts("tbody th"));
        Assert.All(body.Cells(), (row, index) => ShownNumber.AssertShows(vector[index], Assert.Single(row)));
    }

    [Fact]
    public void Html_Shades_AreAsStrongAsTheNumbersAndTheSameOnBothSidesOfZero()
    {
        IElement body = Dom.Of(Matrix<double>.Build.DenseOfArray(new[,] { { 4.0, -4 }, { 1, -1 }, { 0, double.NegativeInfinity } }).Figure());

        Assert.Equal(
            ["#2878e68c", "#cd5a008c", "#2878e623", "#cd5a0023", "", ""],
            body.QuerySelectorAll("td[style]").Select(Shade));
    }

    [Fact]
    public void Html_Legend_NamesBothEndsOfTheScaleThatIsInUse()
    {
        Assert.Contains("Shade: from −1.500 (orange)  to 1.500 (blue); this page leaves the shades out", Dom.Of(Vector<double>.Build.Dense([-1.5, 1]).Figure()).TextContent);
        Assert.Contains("Shade: from 0  to 1.500 (blue); this page leaves the shades out", Dom.Of(Vector<double>.Build.Dense([1.5, 1]).Figure()).TextContent);
        Assert.DoesNotContain("Shade", Dom.Of(Vector<double>.Build.Dense([0.0, double.NaN]).Figure()).TextContent);
    }

    [Fact]
    public void Html_OfHostileNamesAndLabels_IsTextAndNothingElse()
    {
        string[] labels = Examples.HostileLabels;
        IElement body = Dom.Of(Examples.Random(labels.Length, labels.Length).Figure(labels[0], labels[1], labels, labels));

        string[] plain = ["div", "table", "caption", "b", "i", "bdi", "thead", "tbody", "tr", "th", "td", "span", "style"];
        string[] harmless = ["style", "title", "scope", "role", "aria-label", "aria-hidden", "tabindex", "align", "cellpadding", "data-attention-scrolls", "data-attention-legend"];
        Assert.All(body.QuerySelectorAll("*"), element => Assert.Contains(element.LocalName, plain));
        Assert.All(body.QuerySelectorAll("*").SelectMany(element => element.Attributes), attribute => Assert.Contains(attribute.Name, harmless));
        Assert.Equal("<script>alert(1)</s…", body.Texts("thead bdi")[0]);
        Assert.Equal(labels[0], body.QuerySelector("thead bdi")!.GetAttribute("title"));
        Assert.Equal(labels.Length, body.QuerySelectorAll("tbody tr").Length);
        Assert.All(body.Texts("th"), label => Assert.True(TextWidth.Of(label) <= 20));
        Assert.Equal(10_000, body.QuerySelectorAll("tbody bdi")[10].GetAttribute("title")!.Length);
    }

    [Fact]
    public void Html_OfAWideTable_ScrollsInABoxThatTheKeyboardReaches()
    {
        IElement box = Dom.Of(Examples.Random(2, 16).Figure("Keys", "K")).One("[role=group]");

        Assert.Equal(("0", "Keys K 2×16"), (box.GetAttribute("tabindex"), box.GetAttribute("aria-label")));
        Assert.Contains("overflow-x:auto", box.GetAttribute("style"));
        Assert.NotNull(box.QuerySelector("table"));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 3)]
    [InlineData(3, 0)]
    [InlineData(1, 1)]
    public void Html_OfASmallOrEmptyMatrix_IsATableOfItsShape(int rows, int columns)
    {
        IElement body = Dom.Of(Matrix<double>.Build.Dense(rows, columns, 0.5).Figure());

        Assert.Equal($"Matrix {rows}×{columns}", Caption(body, "caption"));
        Assert.Equal((rows, columns), (body.QuerySelectorAll("tbody tr").Length, body.QuerySelectorAll("thead th").Length));
        Assert.Equal(rows * columns, body.QuerySelectorAll("tbody td").Length);
    }

    [Fact]
    public void Html_OfComplexNumbers_ShowsBothPartsAndShadesByMagnitude()
    {
        Complex[] values = [new(3, -4), new(-10.5, 0), new(0, 0), new(1.25, 20.125)];
        IElement body = Dom.Of(Vector<Complex>.Build.Dense(values).Figure("Eigenvalues"));

        string[] texts = body.Texts("td");
        for (int index = 0; index < values.Length; index++)
        {
            string[] parts = texts[index].TrimEnd('\u2007', '\u2008', 'i').Split('\u00A0');
            ShownNumber.AssertShows(values[index].Real, parts[0]);
            ShownNumber.AssertShows(values[index].Imaginary, parts[1].Replace("+", "", StringComparison.Ordinal) + parts[2].Trim());
        }

        double largest = values[3].Magnitude;
        Assert.Equal(
            values.Select(value => new DivergingScale(largest).Shade(value.Magnitude) ?? ""), body.QuerySelectorAll("td").Select(Shade));
        Assert.Contains("Shade of the magnitude: from 0  to 20.164 (blue)", body.TextContent);
    }

    [Fact]
    public void Html_UnderAnotherCulture_IsTheSame()
    {
        MatrixFigure figure = Examples.Random(4096, 4).Figure("Keys", "K");

        Assert.Equal(figure.ToHtml(), GermanCulture.Run(figure.ToHtml));
    }

    [Fact]
    public void SaveHtml_WritesAPageOfItsOwn()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.html");
        try
        {
            Examples.Random(2, 2).Figure("Keys", "K").SaveHtml(path);

            string page = File.ReadAllText(path);
            Assert.StartsWith("<!DOCTYPE html>", page);
            Assert.Contains("<title>Keys K 2×2</title>", page);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Html_EveryShade_CarriesItsNumberAsExactlyAsAByteCan()
    {
        Matrix<double> matrix = Examples.Random(12, 12);
        double max = matrix.Enumerate().Max(Math.Abs);

        string[][] shades = [.. Dom.Of(matrix.Figure()).QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td").Select(Shade).ToArray())];

        double step = max / (byte.MaxValue * DivergingScale.StrongestOpacity);
        foreach ((int row, int column, double value) in matrix.EnumerateIndexed())
        {
            string shade = shades[row][column];
            if (shade.Length == 0)
            {
                Assert.Equal(0, value, step / 2);
                continue;
            }

            int sign = shade.StartsWith("#2878e6", StringComparison.Ordinal) ? 1 : -1;
            Assert.Equal(value, sign * step * Convert.FromHexString(shade.AsSpan(7))[0], step * 0.501);
        }
    }

    [Fact]
    public void Html_WithoutStyles_KeepsItsColumnsApartItsCaptionOnALineAndItsLegendTrue()
    {
        IElement body = Dom.Of(Vector<double>.Build.Dense([-1.5, 0]).Figure("A name of words"));

        Assert.Equal("4", body.One("table").GetAttribute("cellpadding"));
        Assert.All(body.QuerySelectorAll("tr"), row => Assert.Equal("right", row.GetAttribute("align")));
        Assert.DoesNotContain(' ', body.One("caption").TextContent);
        IElement note = body.One("span[style='display:none']");
        Assert.Equal("; this page leaves the shades out", note.TextContent);
    }

    [Theory]
    [InlineData("W^q", "W<sup>q</sup>")]
    [InlineData("α′", "α′")]
    [InlineData("^", "^")]
    [InlineData("x^", "x^")]
    public void Html_OfASymbol_RaisesWhatFollowsACaret(string symbol, string expected) =>
        Assert.Equal(expected, Dom.Of(Examples.Random(1, 1).Figure("Weights", symbol)).One("caption i").InnerHtml.Replace("<bdi>", "", StringComparison.Ordinal).Replace("</bdi>", "", StringComparison.Ordinal));

    /// <summary>With blanks where the picture has blanks that do not break.</summary>
    private static string Caption(IElement body, string selector) => body.One(selector).TextContent.Replace('\u00A0', ' ');

    private static string Shade(IElement cell) =>
        cell.GetAttribute("style")!.Split("background:") is [_, string colour] ? colour : "";
}
