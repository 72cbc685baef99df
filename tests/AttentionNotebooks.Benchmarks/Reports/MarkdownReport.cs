using AttentionNotebooks.Benchmarks.Measuring;
using AttentionNotebooks.Benchmarks.Results;

namespace AttentionNotebooks.Benchmarks.Reports;

/// <summary>The tables, for people; the console shows the same.</summary>
internal static class MarkdownReport
{
    public static string Of(RunResult run) => Lines(
        $"# Attention, {(run.Settings.Quick ? "quick" : "full")} run{(run.Settings.Filter.Length == 0 ? "" : $" of \"{run.Settings.Filter}\"")}",
        "",
        Of(run.Machine),
        Of(run.Disturbance),
        "",
        "## Goals",
        "",
        Of(run.Rows),
        "## Cases",
        "",
        "Ratio: its time / ours, the median over the rounds. Limit: multiply-adds at the peak rate and exponentials at theirs, both measured in every round.",
        "",
        Lines(run.Cases.Select(Of)));

    public static string Of(Machine machine) => Lines(
    [
        $"{machine.Date}, {machine.Processor}, {machine.Cores} cores, vectors of {machine.VectorBits} bits, {machine.System}, {machine.Runtime}.",
        $"One thread: {machine.Rates.MultiplyAddsPerSecond * 2 / 1e9:0} GFLOP/s, {machine.Rates.ExponentialsPerSecond / 1e9:0.00} G exponentials/s.",
        $"Peers: {string.Join(", ", machine.Peers)}.",
        .. machine.Absent.Select(absentee => $"Absent: {absentee.Name}: {absentee.Reason}"),
    ]);

    public static string Of(Disturbance disturbance) => disturbance.IsKnown
        ? $"The run took {disturbance.Minutes:0.0} minutes; meanwhile other programs used {Words.Share(disturbance.OthersShare)} of the cores, and the host kept {Words.Share(disturbance.StolenShare)} for itself.\n"
        : $"The run took {disturbance.Minutes:0.0} minutes.\n";

    public static string Of(IEnumerable<RowResult> rows) => Lines(
    [
        "| row | threads | cases | geometric mean | goal | worst case | goal missed by | |",
        "|---|---|---|---|---|---|---|---|",
        .. rows.Select(row =>
            $"| {row.Row.Name} | {row.Threads} | {row.Cases.Count} | {Words.Ratio(row.GeometricMean)} | {row.Row.Goal} | {Short(row.Worst)} | {string.Join("; ", row.Missed.Select(Short))} | {Words.Verdict(row.Met)} |"),
    ]);

    public static string Of(CaseResult result) => Lines(
    [
        $"### {result.Case.Name}: {Verdict(result)}",
        "",
        .. result.Absent.Select(absentee => $"Absent: {absentee.Name}: {absentee.Reason}"),
        .. result.Entrants.Count == 0 ? [] : Table(result),
    ]);

    private static IEnumerable<string> Table(CaseResult result) =>
    [
        "| | median | minimum | GFLOP/s | of the limit | ratio | allocated | samples |",
        "|---|---|---|---|---|---|---|---|",
        $"| *limit* | {Words.Seconds(result.LimitSeconds)} | | | | | | |",
        .. result.Entrants.Select(entrant =>
            $"| {entrant.Name} | {Words.Seconds(entrant.MedianSeconds)} | {Words.Seconds(entrant.MinimumSeconds)} | {entrant.Gigaflops:0.0} | {Words.Share(entrant.LimitShare)} | {Words.Ratio(entrant.Ratio)} | {Words.Bytes(entrant.AllocatedBytes)} | {entrant.Samples} |"),
        "",
        $"Results differ by {result.Spread:0.0e+0} at most.",
    ];

    private static string Verdict(CaseResult result)
    {
        if (result.Error is not null) return $"stopped: {result.Error}";
        var goal = result.Case.LimitShare is { } share ? $"{Words.Ratio(result.Case.AtLeast)} and {Words.Share(share)}" : Words.Ratio(result.Case.AtLeast);
        return $"{Words.Ratio(result.Ratio)}, to be at least {goal}: {Words.Verdict(result.Met)}";
    }

    private static string Short(CaseResult? result) => result is null
        ? ""
        : $"{result.Case.Size} {Words.Ratio(result.Ratio)}{(result.Case.LimitShare is null ? "" : $", {Words.Share(result.Subject!.LimitShare)}")}";

    private static string Lines(params IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
