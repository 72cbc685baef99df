namespace AttentionNotebooks.Runner.Sessions.Streams;

/// <summary>Asks the person in front of the notebook.</summary>
internal interface ICellInput
{
    /// <summary>Asks for a line of text.</summary>
    /// <param name="prompt">What is asked.</param>
    /// <param name="isPassword">Whether the answer is hidden while it is typed.</param>
    Task<string> AskAsync(string prompt, bool isPassword);
}
