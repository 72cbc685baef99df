namespace AttentionNotebooks.Benchmarks.Contestants;

/// <summary>One way to compute a workload: inputs are in place, a call of <see cref="Run"/> is what is timed.</summary>
internal abstract class Contestant : IDisposable
{
    /// <summary>Computes everything once, and keeps the results.</summary>
    public abstract void Run();

    /// <summary>The results of the last run, in the order of the inputs: head by head, in it token by token.</summary>
    public abstract IEnumerable<float[]> Results();

    public virtual void Dispose()
    {
    }
}
