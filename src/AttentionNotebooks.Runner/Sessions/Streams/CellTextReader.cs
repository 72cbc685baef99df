namespace AttentionNotebooks.Runner.Sessions.Streams;

/// <summary>A console reader that asks the person for each line; where there is nobody to ask, the console is empty.</summary>
internal sealed class CellTextReader : TextReader
{
    private string line = "";
    private int position;

    /// <inheritdoc/>
    public override int Peek() => HasLetter() ? line[position] : -1;

    /// <inheritdoc/>
    public override int Read() => HasLetter() ? line[position++] : -1;

    private bool HasLetter()
    {
        if (position < line.Length) return true;
        if (!CellQuestion.CanBeAsked) return false;
        line = CellQuestion.AskAsync("", isPassword: false).GetAwaiter().GetResult() + "\n";
        position = 0;
        return true;
    }
}
