namespace AttentionNotebooks.Benchmarks.Cases;

/// <summary>What a contestant is asked to compute. Contestants with the same workload must come to the same numbers.</summary>
internal abstract record Workload
{
    /// <summary>Tokens that are enough to have all code compiled, and few enough to do so quickly.</summary>
    protected const int FewTokens = 48;

    public abstract Work Work { get; }

    /// <summary>The same computation for few tokens.</summary>
    public abstract Workload Small();

    /// <summary>Workloads with equal keys have equal results.</summary>
    public virtual Workload AgreementKey => this;
}
