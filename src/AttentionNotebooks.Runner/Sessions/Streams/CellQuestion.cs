namespace AttentionNotebooks.Runner.Sessions.Streams;

/// <summary>A question of the running cell.</summary>
internal static class CellQuestion
{
    /// <summary>Whether there is somebody to ask.</summary>
    public static bool CanBeAsked => ActiveCell.Input is not null;

    /// <summary>Asks, after all that the cell has written so far is shown.</summary>
    /// <exception cref="InvalidOperationException">There is nobody to ask.</exception>
    public static Task<string> AskAsync(string prompt, bool isPassword)
    {
        var input = ActiveCell.Input
            ?? throw new InvalidOperationException("There is nobody to ask: this cell runs without a front end that takes input.");
        ActiveCell.Outputs?.FlushText();
        return input.AskAsync(prompt, isPassword);
    }
}
