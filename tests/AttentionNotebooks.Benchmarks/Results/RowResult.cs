using AttentionNotebooks.Benchmarks.Cases;
using AttentionNotebooks.Benchmarks.Measuring;

namespace AttentionNotebooks.Benchmarks.Results;

/// <summary>A row on so many threads against its goal.</summary>
internal sealed record RowResult(Row Row, int Threads, IReadOnlyList<CaseResult> Cases)
{
    public double GeometricMean => Statistics.GeometricMean([.. Measured.Select(result => result.Ratio)]);

    public CaseResult? Worst => Measured.MinBy(result => result.Ratio / result.Case.AtLeast);

    public IEnumerable<CaseResult> Missed => Cases.Where(result => result.Met == false);

    /// <summary>Null: nothing to judge by.</summary>
    public bool? Met => Measured.Any() && Cases.All(result => result.Error is null)
        ? !Missed.Any() && (Row.GeometricMean is not { } goal || GeometricMean >= goal)
        : null;

    private IEnumerable<CaseResult> Measured => Cases.Where(result => result.Met is not null);

    public static IReadOnlyList<RowResult> Of(IEnumerable<CaseResult> results) =>
    [
        .. results.GroupBy(result => (result.Case.Row, result.Case.Threads)).Select(group => new RowResult(group.Key.Row, group.Key.Threads, [.. group])),
    ];
}
