namespace AttentionNotebooks.Benchmarks.Contestants;

/// <summary>The order of numbers in memory, for peers that want another one.</summary>
internal static class Layout
{
    /// <summary>[outer][inner] to [inner][outer], where each entry is a run of so many numbers.</summary>
    public static float[] Swap(float[] values, int outer, int inner, int run = 1)
    {
        var swapped = new float[values.Length];
        for (var i = 0; i < outer; i++)
        {
            for (var j = 0; j < inner; j++)
            {
                values.AsSpan(((i * inner) + j) * run, run).CopyTo(swapped.AsSpan(((j * outer) + i) * run));
            }
        }

        return swapped;
    }
}
