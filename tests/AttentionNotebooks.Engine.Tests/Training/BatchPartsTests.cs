namespace AttentionNotebooks.Engine.Tests.Training;

public sealed class BatchPartsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 1)]
    [InlineData(8, 2)]
    [InlineData(31, 7)]
    [InlineData(32, 8)]
    [InlineData(1000, 8)]
    public void Parts_OfABatch_AreNeighboursOfAboutTheSameSize(int examples, int parts)
    {
        TrainingExample[] batch = Texts.Draw(examples, words: 5, seed: 1);
        ArraySegment<TrainingExample>[] cut = BatchParts.Of(batch);
        Assert.Equal(parts, cut.Length);
        Assert.Equal(batch, cut.SelectMany(part => part));
        Assert.InRange(cut.Max(part => part.Count) - cut.Min(part => part.Count), 0, 1);
    }
}
