namespace AttentionNotebooks;

/// <summary>One weight that is drawn as a line.</summary>
/// <param name="Head">Place of the head in the figure.</param>
/// <param name="Block">The part of the map that it is from.</param>
/// <param name="Query">Index of the query in the block.</param>
/// <param name="Key">Index of the key in the block.</param>
/// <param name="Weight">The weight.</param>
internal readonly record struct HeadViewLine(int Head, HeadViewBlock Block, int Query, int Key, double Weight)
{
    /// <summary>Place of the query on the left side.</summary>
    internal int Left => Block.FirstQuery + Query;

    /// <summary>Place of the key on the right side.</summary>
    internal int Right => Block.FirstKey + Key;
}
