using System.Globalization;
using AttentionNotebooks.Figures.Tests.Reading;

namespace AttentionNotebooks.Figures.Tests.Heatmaps;

public sealed class CsvFileTests
{
    private static readonly string[] Labels = ["a", "b,c", "\"d\""];

    [Fact]
    public void SaveCsv_OfAMap_HoldsEveryWeightExactly()
    {
        AttentionMap map = Maps.Uniform(2, 4, 3, labels: Labels).Head(3);

        string[] lines = Saved(map.SaveCsv);

        Assert.Equal("layer,head,key,query,key token,query token,weight", lines[0]);
        Assert.Contains(lines, line => line.StartsWith("1,3,1,2,\"b,c\",\"\"\"d\"\"\",", StringComparison.Ordinal));
        AssertHolds(lines, (layer, key, query) => map[layer, 3][key, query]);
    }

    [Fact]
    public void SaveCsv_OfADifference_HoldsEveryChangeExactly()
    {
        AttentionDifference difference = Maps.Uniform(2, 4, 3).Head(3).Minus(Maps.Uniform(2, 4, 3, seed: 2).Head(3));

        string[] lines = Saved(difference.SaveCsv);

        Assert.EndsWith(",change", lines[0]);
        AssertHolds(lines, (layer, key, query) => difference[layer, 3][key, query]);
    }

    [Fact]
    public void SaveCsv_OfStatistics_HoldsEveryNumberExactlyAndLeavesOutWhatIsNotKnown()
    {
        HeadStatistics statistics = Maps.Uniform(3, 70, 3).Statistics();

        string[] lines = GermanCulture.Run(() => Saved(statistics.SaveCsv));

        Assert.Equal(211, lines.Length);
        foreach ((HeadProfile head, string line) in statistics.Heads.Zip(lines.Skip(1)))
        {
            string[] fields = line.Split(',');
            Assert.Equal([$"{head.Layer}", $"{head.Head}"], fields[..2]);
            double?[] numbers = [head.Entropy, head.Distance, head.Self, head.Previous, head.Next, head.First, head.Punctuation];
            Assert.Equal(numbers, fields[2..].Select(field => field.Length == 0 ? (double?)null : double.Parse(field, CultureInfo.InvariantCulture)));
        }
    }

    private static void AssertHolds(string[] lines, Func<int, int, int, double> value)
    {
        Assert.Equal(1 + (2 * 9), lines.Length);
        foreach (string[] fields in lines.Skip(1).Select(line => line.Split(',')))
        {
            int[] place = [.. fields[..4].Select(field => int.Parse(field, CultureInfo.InvariantCulture))];
            Assert.Equal(3, place[1]);
            Assert.Equal(value(place[0], place[2], place[3]), double.Parse(fields[^1], CultureInfo.InvariantCulture));
        }
    }

    private static string[] Saved(Action<string> save)
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        try
        {
            save(path);
            return File.ReadAllText(path).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
