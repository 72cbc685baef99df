namespace AttentionNotebooks;

/// <summary>The tokens of one side of a head view, from top to bottom.</summary>
internal sealed class HeadViewSide
{
    /// <summary>Height of the name of a sentence above its tokens.</summary>
    private const double Heading = 24;

    internal HeadViewSide(IEnumerable<(SentenceOfPair Sentence, HeatmapAxis Axis)> sentences, double row)
    {
        List<(string Name, double Y)> headings = [];
        List<(HeatmapAxis Axis, int Cell, double Y)> tokens = [];
        foreach ((SentenceOfPair sentence, HeatmapAxis axis) in sentences)
        {
            if (sentence.Name.Length > 0)
            {
                headings.Add(($"sentence {sentence.Name}", Height + (Heading / 2)));
                Height += Heading;
            }

            for (int cell = 0; cell < axis.Length; cell++, Height += row) tokens.Add((axis, cell, Height + (row / 2)));
        }

        Headings = headings;
        Tokens = tokens;
    }

    /// <summary>The names of the sentences; none where there is one.</summary>
    internal IReadOnlyList<(string Name, double Y)> Headings { get; }

    /// <summary>The tokens and the middle of each.</summary>
    internal IReadOnlyList<(HeatmapAxis Axis, int Cell, double Y)> Tokens { get; }

    internal double Height { get; }

    /// <summary>Room for the longest token.</summary>
    internal double Width(double fontSize) => Math.Ceiling(Tokens.Max(token => PixelWidth.Of(token.Axis.Short(token.Cell), fontSize)));
}
