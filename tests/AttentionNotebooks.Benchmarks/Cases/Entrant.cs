using AttentionNotebooks.Benchmarks.Contestants;

namespace AttentionNotebooks.Benchmarks.Cases;

/// <summary>A contestant entered for a case, not yet made.</summary>
/// <param name="Name">Its name in the tables.</param>
/// <param name="Role">What it is in the case.</param>
/// <param name="Workload">What it is to compute.</param>
/// <param name="Make">Makes it, ready to run.</param>
internal sealed record Entrant(string Name, Role Role, Workload Workload, Func<Workload, Contestant> Make)
{
    /// <summary>Of a reference: how its time enters the sum.</summary>
    public double Sign { get; init; } = 1;

    public static Entrant Of<TWorkload>(Role role, TWorkload workload, Candidate<TWorkload> candidate, int threads)
        where TWorkload : Workload => new(candidate.Name, role, workload, any => candidate.Make((TWorkload)any, threads));

    public Entrant Small() => this with { Workload = Workload.Small() };
}
