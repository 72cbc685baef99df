using AngleSharp.Dom;
using MathNet.Numerics.LinearAlgebra;
using static AttentionNotebooks.Figures.Tests.Samples;

namespace AttentionNotebooks.Figures.Tests.Heatmaps;

public sealed class HeatmapRasterTests
{
    [Theory]
    [InlineData(64, 64)]
    [InlineData(37, 120)]
    public void Pixel_OfEveryCell_CarriesItsWeightToHalfALevel(int keys, int queries)
    {
        AttentionMap map = Map(1, 3, keys, queries);
        double greatest = map.HeadNumbers.Max(head => map[0, head].Enumerate().Max());
        IElement[] panels = Panels(Parse(map));
        for (int head = 0; head < 3; head++) AssertCarries(Image(panels[head]), map[0, head], greatest);
    }

    [Fact]
    public void Pixel_OfABinnedMap_CarriesTheGreatestWeightOfItsBin()
    {
        Matrix<double> weights = Weights(300, 200, seed: 1);
        Matrix<double> bins = Matrix<double>.Build.Dense(
            100, 100, (row, column) => weights.SubMatrix(3 * row, 3, 2 * column, 2).Enumerate().Max());
        IDocument document = Parse(AttentionMap.Of(weights));
        AssertCarries(Image(Panels(document)[0]), bins, weights.Enumerate().Max());
        Assert.Contains("each shows the greatest of 3 keys × 2 queries, 300 × 200 in all", document.Body!.TextContent, StringComparison.Ordinal);
    }

    private static PngReader Image(IElement panel) =>
        new(Convert.FromBase64String(panel.QuerySelector("image")!.GetAttribute("href")!["data:image/png;base64,".Length..]));

    private static void AssertCarries(PngReader image, Matrix<double> weights, double greatest)
    {
        int magnification = image.Width / weights.ColumnCount;
        Assert.Equal((weights.RowCount * magnification, weights.ColumnCount * magnification), (image.Height, image.Width));
        for (int row = 0; row < image.Height; row++)
        {
            for (int column = 0; column < image.Width; column++)
                Assert.Equal(weights[row / magnification, column / magnification] / greatest, image.Alpha(row, column) / 255.0, (0.5 / (HeatmapRaster.Levels - 1)) + (0.501 / 255));
        }
    }
}
