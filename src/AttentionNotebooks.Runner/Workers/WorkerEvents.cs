using System.Text.Json.Serialization;
using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Sessions;

namespace AttentionNotebooks.Runner.Workers;

/// <summary>What a worker tells its parent.</summary>
[JsonDerivedType(typeof(OutputEmitted), "output")]
[JsonDerivedType(typeof(RestoreStarted), "restoreStarted")]
[JsonDerivedType(typeof(RestoreEnded), "restoreEnded")]
[JsonDerivedType(typeof(CellEnded), "ended")]
internal abstract record WorkerEvent;

/// <summary>The cell gave an output.</summary>
internal sealed record OutputEmitted(Output Output) : WorkerEvent;

/// <summary>The cell waits for packages.</summary>
internal sealed record RestoreStarted(IReadOnlyList<string> Packages) : WorkerEvent;

/// <summary>The cell waits no longer for packages.</summary>
internal sealed record RestoreEnded : WorkerEvent;

/// <summary>The cell is over; nothing more comes from it.</summary>
internal sealed record CellEnded(CellOutcome Outcome) : WorkerEvent;
