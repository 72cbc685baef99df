namespace AttentionNotebooks.Runner.Outputs;

/// <summary>What a cell gave: a session emits these while the cell runs, a notebook keeps them.</summary>
internal abstract record Output;

/// <summary>Text that the cell wrote to a console stream.</summary>
internal sealed record StreamOutput(StreamName Name, string Text) : Output;

/// <summary>A value that the cell displayed, or (<see cref="IsResult"/>) the value of its last expression.</summary>
/// <param name="Data">MIME type → text.</param>
/// <param name="IsResult">True for the value of the last expression.</param>
/// <param name="DisplayId">The identity by which a later display may replace this one; null where none was asked for.</param>
internal sealed record DisplayOutput(IReadOnlyDictionary<string, string> Data, bool IsResult = false, string? DisplayId = null) : Output;

/// <summary>What the cell has shown so far is to vanish.</summary>
/// <param name="Waits">True if it is to stay until the next output takes its place, so that nothing flickers.</param>
internal sealed record ClearOutput(bool Waits) : Output;

/// <summary>The exception or the compiler errors that ended the cell.</summary>
/// <param name="Name">The exception's type name, or <c>CompilationError</c>.</param>
/// <param name="Message">Its message.</param>
/// <param name="Traceback">Lines for a person, the cell's own line first.</param>
/// <param name="Line">The line of the cell, from 1; null where it is not known.</param>
internal sealed record ErrorOutput(string Name, string Message, IReadOnlyList<string> Traceback, int? Line = null) : Output;

/// <summary>The two console streams.</summary>
internal enum StreamName
{
    /// <summary>Standard output.</summary>
    Stdout,

    /// <summary>Standard error.</summary>
    Stderr,
}
