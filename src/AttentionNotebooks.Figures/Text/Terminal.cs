namespace AttentionNotebooks;

/// <summary>The terminal that text is written for.</summary>
internal static class Terminal
{
    private const int Default = 100;
    private const int Smallest = 40;

    /// <summary>Columns of the window; a common width where the output goes to a file or a notebook.</summary>
    internal static int Width
    {
        get
        {
            try
            {
                return Console.IsOutputRedirected ? Default : Math.Max(Smallest, Console.WindowWidth);
            }
            catch (Exception exception) when (exception is IOException or PlatformNotSupportedException)
            {
                return Default;
            }
        }
    }
}
