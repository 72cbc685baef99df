using AttentionNotebooks.Runner.Jupyter.Input;
using AttentionNotebooks.Runner.Jupyter.Messages;
using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Sessions;

namespace AttentionNotebooks.Runner.Jupyter.Execution;

/// <summary>Runs cells in the kernel's session, each so that it can be interrupted.</summary>
/// <param name="opening">The session, which may still be on its way.</param>
/// <param name="interruption">Stops the cells.</param>
/// <param name="questions">Through which they ask.</param>
/// <param name="native">What they write past the console.</param>
internal sealed class CellRunner(Task<Session> opening, Interruption interruption, StdinQuestions questions, NativeStreams native)
{
    /// <summary>Runs a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="audience">Who hears its outputs; null for nobody.</param>
    /// <param name="asker">The request whose front end can be asked; null if nobody can.</param>
    public async Task<CellResults> RunAsync(CellSource cell, ICellObserver? audience, Message? asker)
    {
        var stop = interruption.Begin();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var results = new CellResults(audience);
        var input = asker is null ? null : new FrontEndInput(questions, asker, over.Token);
        try
        {
            var session = await opening.ConfigureAwait(false);
            native.Follow(results);
            var outcome = await session.RunAsync(cell, results, input, stop).ConfigureAwait(false);
            await native.DrainAsync().ConfigureAwait(false);
            if (outcome == CellOutcome.Cancelled) results.Emit(Interrupted(cell));
            return results;
        }
        finally
        {
            interruption.End();
            over.Cancel();
        }
    }

    private static ErrorOutput Interrupted(CellSource cell) =>
        new("Interrupted", "The cell was interrupted.", [$"{cell.Name} was interrupted; what it had declared before stays."]);
}
