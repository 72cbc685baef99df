namespace AttentionNotebooks.Benchmarks.Measuring;

/// <summary>How much of the machine was not ours while we measured.</summary>
/// <param name="Minutes">How long that was.</param>
/// <param name="OthersShare">The share of all cores that other programs used.</param>
/// <param name="StolenShare">The share that a virtual machine's host did not give us.</param>
/// <param name="IsKnown">False where the system does not tell.</param>
internal sealed record Disturbance(double Minutes, double OthersShare, double StolenShare, bool IsKnown);
