namespace AttentionNotebooks.Benchmarks.Results;

/// <summary>Who did not take part, and why.</summary>
internal sealed record Absentee(string Name, string Reason)
{
    private const int LongestReason = 300;

    /// <summary>What an exception says, on one line and not at any length: native loaders tell everything they tried.</summary>
    public static string ReasonOf(Exception exception)
    {
        var words = exception.GetBaseException().Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var reason = string.Join(' ', words);
        return reason.Length <= LongestReason ? reason : $"{reason[..LongestReason]}…";
    }
}
