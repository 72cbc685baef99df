namespace AttentionNotebooks;

/// <summary>The sizes of a layer of heads.</summary>
/// <param name="ModelSize">r.</param>
/// <param name="Heads">h, divides r.</param>
/// <param name="KeyValueHeads">g, divides h.</param>
internal readonly record struct AttentionSizes(int ModelSize, int Heads, int KeyValueHeads)
{
    /// <summary>q = r/h, of queries, keys and values alike.</summary>
    internal int HeadSize => ModelSize / Heads;

    /// <summary>How many neighbouring heads share keys and values.</summary>
    internal int HeadsPerKey => Heads / KeyValueHeads;

    /// <summary>Where W^k begins below W^q: r.</summary>
    internal int KeyRow => ModelSize;

    /// <summary>Where W^v begins below W^k: r + g·q.</summary>
    internal int ValueRow => ModelSize + (KeyValueHeads * HeadSize);

    /// <summary>The rows of W^q, W^k and W^v one below the other: r + 2·g·q, which is 3·r where no heads share.</summary>
    internal int ProjectedRows => ModelSize + (2 * KeyValueHeads * HeadSize);
}
