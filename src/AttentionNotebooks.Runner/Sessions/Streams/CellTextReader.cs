namespace AttentionNotebooks.Runner.Sessions.Streams;

/// <summary>A console reader that asks the person for each line; where there is nobody to ask, the console is empty.</summary>
internal sealed class CellTextReader : TextReader
{
    private ICellInput? asked;
    private string line = "";
    private int position;

    /// <inheritdoc/>
    public override int Peek() => HasLetter() ? line[position] : -1;

    /// <inheritdoc/>
    public override int Read() => HasLetter() ? line[position++] : -1;

    private bool HasLetter()
    {
        // What a cell has left of its last line is not the next cell's.
        if (position < line.Length && asked == ActiveCell.Input) return true;
        if (!CellQuestion.CanBeAsked) return false;
        asked = ActiveCell.Input;
        line = CellQuestion.AskAsync("", isPassword: false).GetAwaiter().GetResult() + "\n";
        position = 0;
        return true;
    }
}
