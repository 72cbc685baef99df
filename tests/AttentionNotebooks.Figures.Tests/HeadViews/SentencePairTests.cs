using AngleSharp.Dom;
using AttentionNotebooks.Figures.Tests.Reading;

namespace AttentionNotebooks.Figures.Tests.HeadViews;

public sealed class SentencePairTests
{
    private const int Split = 3;

    [Theory]
    [InlineData(PairDirection.AToA, 0, 3, 0, 3)]
    [InlineData(PairDirection.AToB, 0, 3, 3, 7)]
    [InlineData(PairDirection.BToA, 3, 7, 0, 3)]
    [InlineData(PairDirection.BToB, 3, 7, 3, 7)]
    public void Direction_One_ShowsItsQueriesItsKeysAndTheirWeights(PairDirection direction, int firstQuery, int endQuery, int firstKey, int endKey)
    {
        AttentionMap map = ExampleMaps.Softmax(2, 7, 7);
        IElement figure = Dom.Of(map.HeadView(pair: new SentencePair(Split, direction)));
        Assert.Equal(Numbers(firstQuery, endQuery), figure.One("[aria-label=Queries]").Texts("[data-select]"));
        Assert.Equal(Numbers(firstKey, endKey), figure.One("[aria-label=Keys]").Texts("[data-select]"));
        double strongest = map.HeadNumbers.Max(head => map[0, head].SubMatrix(firstKey, endKey - firstKey, firstQuery, endQuery - firstQuery).Enumerate().Max());
        DrawnLine[] lines = DrawnLine.All(figure);
        Assert.NotEmpty(lines);
        Assert.All(lines, line => line.AssertShows(map[0, line.Head][int.Parse(line.Key), int.Parse(line.Query)], strongest));
    }

    [Fact]
    public void Direction_All_PutsEachLineIntoItsDirection()
    {
        AttentionMap map = ExampleMaps.Softmax(2, 7, 7);
        IElement figure = Dom.Of(map.HeadView(pair: new SentencePair(Split)));
        double strongest = map.HeadNumbers.Max(head => map[0, head].Enumerate().Max());
        Assert.All(DrawnLine.All(figure), line =>
        {
            line.AssertShows(map[0, line.Head][int.Parse(line.Key), int.Parse(line.Query)], strongest);
            Assert.Equal($"pair-{Sentence(line.Query)}{Sentence(line.Key)}", line.Pair);
        });
        Assert.Equal(["A → A", "A → B", "B → A", "B → B"], figure.Texts("[aria-label=Directions] button"));
        Assert.Equal(["sentence A", "sentence B"], figure.One("[aria-label=Keys]").Texts("text:not([data-select])"));

        static string Sentence(string token) => int.Parse(token) < Split ? "a" : "b";
    }

    [Fact]
    public void Pair_OfCrossAttention_IsRefused() =>
        Assert.Contains("4 keys and 5 queries", Assert.Throws<ArgumentException>(() => ExampleMaps.Softmax(1, 4, 5).HeadView(pair: new SentencePair(2))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(5)]
    [InlineData(9)]
    public void Pair_WithoutSecondSentence_IsRefused(int split) =>
        Assert.Equal("pair", Assert.Throws<ArgumentException>(() => ExampleMaps.Softmax(1, 5, 5).HeadView(pair: new SentencePair(split))).ParamName);

    [Fact]
    public void Pair_WithoutFirstSentence_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new SentencePair(0));

    [Fact]
    public void Pair_OfNoDirection_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new SentencePair(1, (PairDirection)9));

    private static IEnumerable<string> Numbers(int first, int end) => Enumerable.Range(first, end - first).Select(number => $"{number}");
}
