using AttentionNotebooks.Benchmarks.Cases;
using AttentionNotebooks.Benchmarks.Contestants;
using AttentionNotebooks.Benchmarks.Results;

namespace AttentionNotebooks.Benchmarks.Measuring;

/// <summary>The entrants of a case that could be made, have run once, and agree.</summary>
internal sealed class StartingField : IDisposable
{
    private readonly List<Entrant> entrants = [];
    private readonly List<Contestant> contestants = [];
    private readonly List<Absentee> absent = [];
    private readonly Agreement agreement = new();

    public StartingField(IEnumerable<Entrant> entrants)
    {
        foreach (var entrant in entrants)
        {
            Error = Start(entrant);
            if (Error is not null) return;
        }
    }

    public IReadOnlyList<Entrant> Entrants => entrants;

    public IReadOnlyList<Contestant> Contestants => contestants;

    public IReadOnlyList<Absentee> Absent => absent;

    /// <summary>What stops the case, or null.</summary>
    public string? Error { get; }

    public double Spread => agreement.Spread;

    public void Dispose()
    {
        foreach (var contestant in contestants) contestant.Dispose();
    }

    private string? Start(Entrant entrant)
    {
        Contestant? contestant = null;
        IEnumerable<float[]> results;
        try
        {
            contestant = entrant.Make(entrant.Workload);
            contestant.Run();
            results = contestant.Results();
        }
        catch (Exception exception)
        {
            contestant?.Dispose();
            var reason = Absentee.ReasonOf(exception);
            if (entrant.Role is Role.Subject or Role.Reference) return $"{entrant.Name} failed: {reason}";
            absent.Add(new(entrant.Name, reason));
            return null;
        }

        entrants.Add(entrant);
        contestants.Add(contestant);
        return agreement.Add(entrant.Workload, entrant.Name, results);
    }
}
