using AttentionNotebooks.Runner.Jupyter.Messages;
using AttentionNotebooks.Runner.Sessions;
using AttentionNotebooks.Runner.Sessions.Streams;

namespace AttentionNotebooks.Runner.Jupyter.Input;

/// <summary>Asks in the name of one cell, until that cell is over.</summary>
internal sealed class FrontEndInput(StdinQuestions questions, Message request, CancellationToken cellOver) : ICellInput
{
    /// <inheritdoc/>
    public Task<string> AskAsync(string prompt, bool isPassword)
    {
        Task<string> answer = null!;
        Uninterruptible.Run(() => answer = questions.AskAsync(request, prompt, isPassword, cellOver));
        return answer;
    }
}
