namespace AttentionNotebooks;

/// <summary>How wide a text may be.</summary>
internal static class TerminalWidth
{
    private const int WithoutTerminal = 100;

    private const int Smallest = 40;

    /// <summary>The width of the terminal that the program writes to, or 100 where it writes elsewhere: to a notebook, a file, a pipe.</summary>
    internal static int Current
    {
        get
        {
            if (Console.IsOutputRedirected) return WithoutTerminal;
            try
            {
                return Console.WindowWidth > 0 ? Math.Max(Smallest, Console.WindowWidth) : WithoutTerminal;
            }
            catch (Exception exception) when (exception is IOException or PlatformNotSupportedException)
            {
                return WithoutTerminal;
            }
        }
    }
}
