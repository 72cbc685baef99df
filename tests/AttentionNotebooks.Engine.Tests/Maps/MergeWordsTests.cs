using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Maps;

public sealed class MergeWordsTests
{
    private const double Tolerance = 1e-15;

    public static TheoryData<WordPieces, string[], string[]> Tokenizers => new()
    {
        { WordPieces.WordPiece, ["[CLS]", "un", "##believ", "##able", "!", "[SEP]"], ["[CLS]", "unbelievable", "!", "[SEP]"] },
        { WordPieces.SentencePiece, ["<s>", "▁un", "believ", "able", "!", "</s>"], ["<s>", "unbelievable!", "</s>"] },
        { WordPieces.ByteLevel, ["Un", "believ", "able", "Ġthing", "s", "<|endoftext|>"], ["Unbelievable", "things", "<|endoftext|>"] },
        { WordPieces.SentencePiece, ["</s>", "word", "<", ">", "▁x"], ["</s>", "word<>", "x"] },
        { WordPieces.WordPiece, ["##a", "##b"], ["ab"] },
    };

    [Theory]
    [MemberData(nameof(Tokenizers))]
    public void MergeWords_ByAMark_JoinsThePiecesOfWords(WordPieces pieces, string[] tokens, string[] words)
    {
        AttentionMap merged = MapSamples.Draw(1, 1, tokens.Length, labels: tokens).MergeWords(pieces);
        Assert.Equal(words, merged.KeyLabels!);
        Assert.Equal(words, merged.QueryLabels!);
    }

    [Fact]
    public void MergeWords_OfAWrittenMap_SumsKeysAndAveragesQueries()
    {
        AttentionMap map = MapSamples.Of(new[,] { { 0.5, 0.2, 0.1 }, { 0.25, 0.2, 0.3 }, { 0.25, 0.6, 0.6 } }, ["a", "play", "##ing"]);

        AttentionMap merged = map.MergeWords(WordPieces.WordPiece);

        Near.Equal(Matrix<double>.Build.DenseOfArray(new[,] { { 0.5, 0.15 }, { 0.5, 0.85 } }), merged[0, 0], Tolerance, "merged");
        string note = Assert.Single(merged.Notes);
        Assert.Contains("##piece continues a word", note, StringComparison.Ordinal);
        Assert.Contains("keys summed, queries averaged", note, StringComparison.Ordinal);
    }

    [Fact]
    public void MergeWords_OfAnyMap_KeepsColumnsThatSumToOne()
    {
        AttentionMap merged = MapSamples.Draw(3, 2, 11).MergeWords([0..1, 1..5, 5..7, 7..11]);
        Assert.All(merged.LayerNumbers.SelectMany(layer => merged.HeadNumbers.Select(head => merged[layer, head])), head =>
            Assert.All(head.ColumnSums(), sum => Assert.Equal(1, sum, 1e-14)));
        Assert.Equal(["0", "1–4", "5–6", "7–10"], merged.KeyLabels!);
    }

    [Fact]
    public void MergeWords_OfSingleTokens_ChangesNoWeight()
    {
        AttentionMap map = MapSamples.Draw(1, 2, 4, labels: ["a", "b", "c", "d"]);
        AttentionMap merged = map.MergeWords(WordPieces.WordPiece);
        Assert.Equal(map[0, 1], merged[0, 1]);
        Assert.Equal(map.KeyLabels!, merged.KeyLabels!);
    }

    [Fact]
    public void MergeWords_OfCrossAttention_MergesEachSideByItself()
    {
        AttentionMap map = AttentionMap.Of(MapSamples.Draw(1, 1, 3, 2)[0, 0], ["der", "Fluss", "##lauf"], ["run", "##ning"]);
        AttentionMap merged = map.MergeWords(WordPieces.WordPiece);
        Assert.Equal((2, 1), (merged.Keys, merged.Queries));
        Assert.Equal(["der", "Flusslauf"], merged.KeyLabels!);
        Assert.Equal(["running"], merged.QueryLabels!);
    }

    [Fact]
    public void MergeWords_OfCrossAttentionWithKeyWordsOnly_LeavesTheQueries()
    {
        AttentionMap map = MapSamples.Draw(1, 1, 3, 5);
        AttentionMap merged = map.MergeWords([0..2, 2..3]);
        Assert.Equal((2, 5), (merged.Keys, merged.Queries));
        Near.Equal((map[0, 0].Row(0) + map[0, 0].Row(1)), merged[0, 0].Row(0), 0, "first word");
    }

    [Fact]
    public void MergeWords_OfUnlabelledTokens_IsRefused() =>
        Assert.Contains("the keys of the map have none", Assert.Throws<InvalidOperationException>(() => MapSamples.Draw(1, 1, 3).MergeWords(WordPieces.ByteLevel)).Message, StringComparison.Ordinal);

    public static TheoryData<Range[]> WrongWords => new() { new Range[] { 0..2 }, new Range[] { 0..2, 3..4 }, new Range[] { 0..2, 1..4 }, new Range[] { 0..0, 0..4 }, new Range[] { 0..5 }, Array.Empty<Range>() };

    [Theory]
    [MemberData(nameof(WrongWords))]
    public void MergeWords_OfRangesThatAreNoPartition_IsRefusedByName(Range[] words) =>
        Assert.Equal("keyWords", Assert.Throws<ArgumentException>(() => MapSamples.Draw(1, 1, 4).MergeWords(words)).ParamName);
}
