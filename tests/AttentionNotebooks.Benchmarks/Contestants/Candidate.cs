using AttentionNotebooks.Benchmarks.Cases;

namespace AttentionNotebooks.Benchmarks.Contestants;

/// <summary>A way to compute a workload on so many threads.</summary>
internal sealed record Candidate<TWorkload>(string Name, Func<TWorkload, int, Contestant> Make)
    where TWorkload : Workload;
