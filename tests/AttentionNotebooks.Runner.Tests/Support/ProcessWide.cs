namespace AttentionNotebooks.Runner.Tests.Support;

/// <summary>Tests that use the console, the current directory or the default load context, which a process has once.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessWide
{
    public const string Name = "Process-wide";
}
