using AttentionNotebooks.Benchmarks.Measuring.Limits;

namespace AttentionNotebooks.Benchmarks.Measuring;

/// <summary>Seconds a call of each contestant (NaN: it sat out), and what the machine could do just then.</summary>
internal sealed record Round(IReadOnlyList<double> Seconds, MachineRates Rates);
