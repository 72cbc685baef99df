namespace AttentionNotebooks.Benchmarks.Results;

/// <summary>Everything that a run found out.</summary>
internal sealed record RunResult(Machine Machine, Settings Settings, TimeSpan Duration, IReadOnlyList<CaseResult> Cases)
{
    public IReadOnlyList<RowResult> Rows => RowResult.Of(Cases);
}
