namespace AttentionNotebooks.Runner.Sessions.Languages;

/// <summary>Whether a cell can be run as it is.</summary>
/// <param name="Status">The verdict.</param>
/// <param name="Indent">For <see cref="CompletenessStatus.Incomplete"/>: the white space with which the next line begins.</param>
internal sealed record CodeCompleteness(CompletenessStatus Status, string Indent = "");

/// <summary>Whether a cell can be run as it is.</summary>
internal enum CompletenessStatus
{
    /// <summary>It can.</summary>
    Complete,

    /// <summary>It goes on in the next line.</summary>
    Incomplete,

    /// <summary>It has errors that no further line can mend.</summary>
    Invalid,

    /// <summary>It is in a language that is not known here.</summary>
    Unknown,
}
