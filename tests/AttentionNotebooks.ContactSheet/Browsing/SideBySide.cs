namespace AttentionNotebooks.ContactSheet.Browsing;

/// <summary>Work in several pages at the same time: each page has a process of its own.</summary>
internal static class SideBySide
{
    /// <summary>Does the work for every item; gives the results in the order of the items.</summary>
    internal static async Task<TResult[]> RunAsync<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, Task<TResult>> work)
    {
        TItem[] all = [.. items];
        TResult[] results = new TResult[all.Length];
        await Parallel.ForAsync(
            0,
            all.Length,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            async (index, _) => results[index] = await work(all[index]));
        return results;
    }
}
