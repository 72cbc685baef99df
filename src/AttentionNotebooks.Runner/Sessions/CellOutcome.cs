namespace AttentionNotebooks.Runner.Sessions;

/// <summary>How a cell ended.</summary>
internal enum CellOutcome
{
    /// <summary>It ran to its end.</summary>
    Succeeded,

    /// <summary>It was stopped by an error, which was emitted as its last output.</summary>
    Failed,

    /// <summary>It was stopped from outside; no error output tells of it.</summary>
    Cancelled,
}
