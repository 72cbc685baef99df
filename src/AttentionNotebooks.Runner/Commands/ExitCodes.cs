namespace AttentionNotebooks.Runner.Commands;

/// <summary>What the program ends with.</summary>
internal static class ExitCodes
{
    /// <summary>Everything ran.</summary>
    public const int Success = 0;

    /// <summary>A notebook failed, or the command could not be carried out.</summary>
    public const int Failure = 1;

    /// <summary>Interrupted, as shells count it: 128 + SIGINT.</summary>
    public const int Interrupted = 130;
}
