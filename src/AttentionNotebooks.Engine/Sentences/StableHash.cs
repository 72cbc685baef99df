namespace AttentionNotebooks;

/// <summary>FNV-1a over UTF-16 code units: unlike <see cref="string.GetHashCode()"/> it is the same in every process.</summary>
internal static class StableHash
{
    internal static uint Of(string text) => text.Aggregate(2166136261u, static (hash, character) => unchecked((hash ^ character) * 16777619u));
}
