namespace AttentionNotebooks;

/// <summary>What a head view shows: one layer, cut into blocks where it is of a sentence pair, and the lines that are drawn of it.</summary>
internal sealed class HeadViewData
{
    internal HeadViewData(AttentionMap layer, SentencePair? pair)
    {
        Map = layer;
        Blocks = [.. ToBlocks(layer, [.. pair?.Asking ?? [SentenceOfPair.Whole]], [.. pair?.Asked ?? [SentenceOfPair.Whole]])];
        Queries = new HeadViewSide(Blocks.DistinctBy(block => block.FirstQuery).Select(block => (block.Asking, block.Data.Queries)), Row);
        Keys = new HeadViewSide(Blocks.DistinctBy(block => block.FirstKey).Select(block => (block.Asked, block.Data.Keys)), Row);
        Strongest = Blocks.Max(block => block.Data.Greatest);
        Lines = HeadViewLines.Choose(Blocks, Strongest);
    }

    /// <summary>The layer.</summary>
    internal AttentionMap Map { get; }

    /// <summary>One block, or one for each direction between two sentences.</summary>
    internal IReadOnlyList<HeadViewBlock> Blocks { get; }

    /// <summary>Height of one token: the lines of many heads need more room.</summary>
    internal double Row => Map.HeadNumbers.Count > 4 ? 25 : 18;

    /// <summary>The left side.</summary>
    internal HeadViewSide Queries { get; }

    /// <summary>The right side.</summary>
    internal HeadViewSide Keys { get; }

    /// <summary>The greatest weight; its line is the strongest.</summary>
    internal double Strongest { get; }

    /// <summary>The weights that are drawn.</summary>
    internal IReadOnlyList<HeadViewLine> Lines { get; }

    /// <summary>Number of weights above zero, drawn or not.</summary>
    internal int Positive => Blocks.Sum(block => block.Data.Panels.Sum(panel => panel.Cells.Cast<double>().Count(weight => weight > 0)));

    private static IEnumerable<HeadViewBlock> ToBlocks(AttentionMap layer, SentenceOfPair[] asking, SentenceOfPair[] asked)
    {
        int firstQuery = 0;
        foreach (SentenceOfPair asks in asking)
        {
            int firstKey = 0, queries = 0;
            foreach (SentenceOfPair answers in asked)
            {
                bool isWhole = asks.Name.Length == 0;
                HeadViewBlock block = new(asks, answers, new HeatmapData(isWhole ? layer : layer.Region(answers.Tokens, asks.Tokens)), firstQuery, firstKey);
                yield return block;
                firstKey += block.Data.Keys.Length;
                queries = block.Data.Queries.Length;
            }

            firstQuery += queries;
        }
    }
}
