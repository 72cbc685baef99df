namespace AttentionNotebooks.Benchmarks.Reports;

/// <summary>Numbers as people read them.</summary>
internal static class Words
{
    public static string Seconds(double seconds) => seconds switch
    {
        < 1e-6 => $"{seconds * 1e9:0} ns",
        < 1e-3 => $"{Three(seconds * 1e6)} µs",
        < 1 => $"{Three(seconds * 1e3)} ms",
        double.NaN => "–",
        _ => $"{Three(seconds)} s",
    };

    public static string Ratio(double ratio) => double.IsNaN(ratio) ? "–" : ratio >= 9.995 ? $"{ratio:0.0}" : $"{ratio:0.00}";

    public static string Share(double share) => $"{share:0 %}";

    public static string Bytes(long bytes) => bytes switch
    {
        < 10_000 => $"{bytes} B",
        < 10_000_000 => $"{bytes / 1e3:0} kB",
        _ => $"{bytes / 1e6:0} MB",
    };

    public static string Verdict(bool? met) => met switch
    {
        true => "met",
        false => "**missed**",
        null => "–",
    };

    private static string Three(double value) => value switch
    {
        < 10 => $"{value:0.00}",
        < 100 => $"{value:0.0}",
        _ => $"{value:0}",
    };
}
