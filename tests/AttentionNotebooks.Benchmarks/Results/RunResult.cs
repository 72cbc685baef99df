using AttentionNotebooks.Benchmarks.Measuring;

namespace AttentionNotebooks.Benchmarks.Results;

/// <summary>Everything that a run found out.</summary>
internal sealed record RunResult(Machine Machine, Settings Settings, Disturbance Disturbance, IReadOnlyList<CaseResult> Cases)
{
    public IReadOnlyList<RowResult> Rows => RowResult.Of(Cases);
}
