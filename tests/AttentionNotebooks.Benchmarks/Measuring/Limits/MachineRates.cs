namespace AttentionNotebooks.Benchmarks.Measuring.Limits;

/// <summary>What the threads of a case do in a second at most, in float; measured, not read from a data sheet.</summary>
internal readonly record struct MachineRates(double MultiplyAddsPerSecond, double ExponentialsPerSecond);
