namespace AttentionNotebooks.Kernels;

/// <summary>Keys from the first up to, and without, the end; empty where the end is not after the first.</summary>
internal readonly record struct KeyRange(int First, int End)
{
    internal static KeyRange None { get; } = new(0, 0);

    internal static KeyRange All(int keys) => new(0, keys);

    /// <summary>What lies in both.</summary>
    internal KeyRange And(KeyRange other) => new(Math.Max(First, other.First), Math.Min(End, other.End));

    /// <summary>Whether every key from <paramref name="first"/> up to <paramref name="end"/> lies inside.</summary>
    internal bool Covers(int first, int end) => First <= first && end <= End;
}
