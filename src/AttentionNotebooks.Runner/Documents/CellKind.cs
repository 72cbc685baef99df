namespace AttentionNotebooks.Runner.Documents;

/// <summary>What a cell holds.</summary>
internal enum CellKind
{
    /// <summary>Code to run.</summary>
    Code,

    /// <summary>Prose in Markdown.</summary>
    Markdown,

    /// <summary>Text that is passed on untouched.</summary>
    Raw,
}
