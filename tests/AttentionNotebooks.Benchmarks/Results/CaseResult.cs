using AttentionNotebooks.Benchmarks.Cases;

namespace AttentionNotebooks.Benchmarks.Results;

/// <summary>What came of a case.</summary>
internal sealed record CaseResult(BenchmarkCase Case)
{
    public IReadOnlyList<EntrantResult> Entrants { get; init; } = [];

    public IReadOnlyList<Absentee> Absent { get; init; } = [];

    /// <summary>Why it was stopped, or null.</summary>
    public string? Error { get; init; }

    /// <summary>The largest difference between results that should be equal.</summary>
    public double Spread { get; init; }

    /// <summary>The limit's time, median over the rounds, for the subject's work.</summary>
    public double LimitSeconds { get; init; } = double.NaN;

    /// <summary>The subject against the best rival, or against the references; NaN where no rival came.</summary>
    public double Ratio { get; init; } = double.NaN;

    public EntrantResult? Subject => Entrants.FirstOrDefault(entrant => entrant.Role == Role.Subject);

    /// <summary>The rival that comes off best against the subject.</summary>
    public EntrantResult? BestRival => Entrants.Where(entrant => entrant.Role == Role.Rival).MinBy(entrant => entrant.Ratio);

    /// <summary>Whether the case reached its goal; null: it could not be measured.</summary>
    public bool? Met => Error is not null || double.IsNaN(Ratio)
        ? null
        : Ratio >= Case.AtLeast && (Case.LimitShare is not { } share || Subject!.LimitShare >= share);
}
