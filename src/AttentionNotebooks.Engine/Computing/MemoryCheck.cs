using System.Runtime.CompilerServices;

namespace AttentionNotebooks;

/// <summary>Refuses what cannot fit before anything is allocated.</summary>
internal static class MemoryCheck
{
    /// <summary>What the garbage collector may still hand out; below 0 where it has handed out more than it meant to.</summary>
    internal static double FreeBytes => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes - (double)GC.GetTotalMemory(forceFullCollection: false);

    /// <summary>Matrices of n_k×n_q that are to be kept, for example the weights of all heads.</summary>
    /// <param name="what">What they are, for the message.</param>
    /// <param name="matrices">How many.</param>
    /// <param name="keys">n_k.</param>
    /// <param name="queries">n_q.</param>
    /// <param name="instead">What to call that needs none of them.</param>
    /// <typeparam name="T">What an entry is.</typeparam>
    /// <exception cref="InsufficientMemoryException">They do not fit.</exception>
    internal static void PerPair<T>(string what, int matrices, int keys, int queries, string instead = "The output alone needs none of them: call Attend.")
        where T : unmanaged
    {
        double bytes = (double)matrices * keys * queries * Unsafe.SizeOf<T>();
        double free = FreeBytes;
        if (bytes <= free && (double)keys * queries <= Array.MaxLength) return;
        throw new InsufficientMemoryException(FormattableString.Invariant(
            $"{what} do not fit into memory: {matrices} matrices of {keys}×{queries} take {bytes / 1e9:0.0} GB, {Math.Max(0, free) / 1e9:0.0} GB are free, and one matrix can have {Array.MaxLength} entries. {instead}"));
    }
}
