using AttentionNotebooks.Benchmarks.Cases;
using AttentionNotebooks.Benchmarks.Results;

namespace AttentionNotebooks.Benchmarks.Measuring;

/// <summary>From the seconds of all rounds to what is told of them. Ratios are formed within a round, and then their median.</summary>
internal sealed class Evaluation(IReadOnlyList<Entrant> entrants, IReadOnlyList<Round> rounds)
{
    private readonly int subject = entrants.ToList().FindIndex(entrant => entrant.Role == Role.Subject);

    public CaseResult Complete(CaseResult result, IReadOnlyList<long> allocated)
    {
        result = result with
        {
            Entrants = [.. entrants.Select((entrant, index) => Of(entrant, index, allocated[index]))],
            LimitSeconds = Statistics.Median(rounds.Select(round => entrants[subject].Workload.Work.LimitSeconds(round.Rates))),
        };
        return result with { Ratio = entrants.Any(entrant => entrant.Role == Role.Reference) ? RatioToReferences() : result.BestRival?.Ratio ?? double.NaN };
    }

    private EntrantResult Of(Entrant entrant, int index, long allocated)
    {
        var seconds = rounds.Select(round => round.Seconds[index]).Where(double.IsFinite).ToArray();
        var work = entrant.Workload.Work;
        var median = Statistics.Median(seconds);
        return new(
            entrant.Name,
            entrant.Role,
            seconds.Length,
            median,
            seconds.Min(),
            work.FloatingPointOperations / median / 1e9,
            MedianOver(round => work.LimitSeconds(round.Rates) / round.Seconds[index]),
            MedianOver(round => round.Seconds[index] / round.Seconds[subject]),
            allocated);
    }

    /// <summary>For the same work, where the references have another: the time of a multiply-add is compared.</summary>
    private double RatioToReferences()
    {
        var references = Enumerable.Range(0, entrants.Count).Where(index => entrants[index].Role == Role.Reference).ToArray();
        var work = references.Sum(index => entrants[index].Sign * entrants[index].Workload.Work.MultiplyAdds);
        var share = entrants[subject].Workload.Work.MultiplyAdds / work;
        return share * MedianOver(round => references.Sum(index => entrants[index].Sign * round.Seconds[index]) / round.Seconds[subject]);
    }

    private double MedianOver(Func<Round, double> ratio) => Statistics.Median(rounds.Select(ratio).Where(double.IsFinite));
}
