using System.Text.Json.Serialization;
using AttentionNotebooks.Runner.Sessions;

namespace AttentionNotebooks.Runner.Workers;

/// <summary>What the parent tells a worker.</summary>
[JsonDerivedType(typeof(RunCell), "run")]
[JsonDerivedType(typeof(InterruptCell), "interrupt")]
internal abstract record WorkerCommand;

/// <summary>Run this cell; <see cref="CellEnded"/> answers.</summary>
internal sealed record RunCell(CellSource Cell) : WorkerCommand;

/// <summary>Stop the running cell, if one runs.</summary>
internal sealed record InterruptCell : WorkerCommand;
