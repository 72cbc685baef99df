using System.Globalization;

namespace AttentionNotebooks;

/// <summary>Counts as people write them: <c>1 row</c>, <c>4,096 rows</c>.</summary>
internal static class Count
{
    internal static string Of(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    internal static string Of(long count, string one, string many) => $"{Of(count)} {(count == 1 ? one : many)}";
}
