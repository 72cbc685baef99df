using AttentionNotebooks.Benchmarks.Cases;

namespace AttentionNotebooks.Benchmarks.Results;

/// <summary>What was measured of an entrant.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Role">What it was in the case.</param>
/// <param name="Samples">In how many rounds it took part.</param>
/// <param name="MedianSeconds">Of a call.</param>
/// <param name="MinimumSeconds">Of a call.</param>
/// <param name="Gigaflops">A second, at the median.</param>
/// <param name="LimitShare">The limit's time / its time, median over the rounds.</param>
/// <param name="Ratio">Its time / the subject's, median over the rounds; of the subject 1.</param>
/// <param name="AllocatedBytes">Of a call, on the managed heap.</param>
internal sealed record EntrantResult(
    string Name, Role Role, int Samples, double MedianSeconds, double MinimumSeconds, double Gigaflops, double LimitShare, double Ratio, long AllocatedBytes);
