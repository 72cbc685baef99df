using MathNet.Numerics.LinearAlgebra;
using static AttentionNotebooks.Figures.Tests.Samples;

namespace AttentionNotebooks.Figures.Tests.Heatmaps;

public sealed class HeatmapTextTests
{
    [Fact]
    public void OneHeadThatFits_IsATableOfItsWeights()
    {
        AttentionMap map = Map(1, 2, 3, 5, ["k0", "k1", "k2"], Names("q", 5));
        string[] lines = HeatmapText.Write(length => new HeatmapData(map.Head(1), length), "Title", width: 80).Split('\n');
        Assert.Equal("weight 0 [ ░▒▓█] " + WeightNumber.Exact(map[0, 1].Enumerate().Max()), lines[2].Trim());
        Assert.Equal("head 1", lines[3].Trim());
        Assert.Equal(Names("q", 5), lines[4].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        for (int key = 0; key < 3; key++)
        {
            string[] cells = lines[5 + key].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal($"k{key}", cells[0]);
            for (int query = 0; query < 5; query++) Assert.Equal(map[0, 1][key, query], Number(cells[1 + query].TrimEnd('░', '▒', '▓', '█')), 0.00501);
        }
    }

    [Fact]
    public void Weight_OfATable_HasItsShade()
    {
        Matrix<double> weights = Matrix<double>.Build.DenseOfArray(new[,] { { 1, 0.5 }, { 0, 0.25 } });
        string[] lines = HeatmapText.Write(length => new HeatmapData(new AttentionMap([[weights]]), length), "Title", width: 80).Split('\n');
        Assert.EndsWith("1.00█   0.50▒", lines[^2].TrimEnd(), StringComparison.Ordinal);
        Assert.EndsWith("0    0.25░", lines[^1].TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 30, 40)]
    [InlineData(3, 5, 80)]
    [InlineData(2, 500, 60)]
    public void AnythingElse_IsShadesWithinTheWidth_HeadByHead(int heads, int tokens, int width)
    {
        string text = HeatmapText.Write(length => new HeatmapData(Map(1, heads, tokens, tokens), length), "Title", width);
        string[] rows = [.. text.Split('\n').Where(line => line.Contains('|', StringComparison.Ordinal)).Select(line => line.TrimEnd())];
        Assert.All(rows, row => Assert.True(row.Length <= width, row));
        for (int head = 0; head < heads; head++) Assert.Contains($"head {head}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Shade_OfAPermutation_IsDarkWhereTheWeightIs()
    {
        Matrix<double> weights = Matrix<double>.Build.Dense(3, 3, (key, query) => key == (query + 1) % 3 ? 1 : 0);
        string[] rows = [.. HeatmapText.Write(length => new HeatmapData(new AttentionMap([[weights, weights]]), length), "Title", 40).Split('\n').Where(line => line.Contains('|', StringComparison.Ordinal))];
        Assert.Equal(["|    ██|", "|██    |", "|  ██  |"], rows.Take(3).Select(row => row[row.IndexOf('|', StringComparison.Ordinal)..].Trim()));
    }
}
