namespace AttentionNotebooks.Benchmarks.Cases;

/// <summary>What an entrant is in its case.</summary>
internal enum Role
{
    /// <summary>Ours, the one whose speed is in question.</summary>
    Subject,

    /// <summary>A peer that the goal names: the fastest of them counts.</summary>
    Rival,

    /// <summary>A peer whose time is told, and counts for nothing.</summary>
    Bystander,

    /// <summary>Ours too: the subject is measured against the sum of these.</summary>
    Reference,
}
