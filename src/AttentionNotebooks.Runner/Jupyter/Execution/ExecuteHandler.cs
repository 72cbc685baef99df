using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Jupyter.Channels;
using AttentionNotebooks.Runner.Jupyter.History;
using AttentionNotebooks.Runner.Jupyter.Languages;
using AttentionNotebooks.Runner.Jupyter.Requests;
using AttentionNotebooks.Runner.Sessions;

namespace AttentionNotebooks.Runner.Jupyter.Execution;

/// <summary><c>execute_request</c>: runs a cell.</summary>
/// <param name="runner">Runs it.</param>
/// <param name="publisher">Tells the front ends.</param>
/// <param name="history">Where it is remembered.</param>
/// <param name="queue">The requests that wait, which a failure aborts.</param>
/// <param name="warmUp">What is done between the cells.</param>
internal sealed class ExecuteHandler(CellRunner runner, Publisher publisher, CellHistory history, RequestQueue queue, LanguageWarmUp warmUp) : IRequestHandler
{
    private readonly UserExpressions expressions = new(runner);
    private readonly ShownDisplays shown = new();
    private int count;
    private int uncounted;
    private long abortedUpTo;

    /// <inheritdoc/>
    public string Type => "execute_request";

    /// <inheritdoc/>
    public async Task<Reply> HandleAsync(Request request)
    {
        if (request.Number <= abortedUpTo) return new Reply(new JsonObject { ["status"] = "aborted", ["execution_count"] = count });
        var content = ExecuteContent.Read(request.Content);
        warmUp.Stop();
        var results = await RunAsync(request, content).ConfigureAwait(false);
        if (results.Error is not null && content.StopsOnError) abortedUpTo = queue.Received;
        var reply = await ReplyAsync(content, results).ConfigureAwait(false);
        return reply with { Afterwards = warmUp.Start };
    }

    private async Task<CellResults> RunAsync(Request request, ExecuteContent content)
    {
        if (content.StoresHistory) count++;
        if (!content.Silent)
            publisher.Publish("execute_input", request.Header, new JsonObject { ["code"] = content.Code, ["execution_count"] = count });

        var audience = content.Silent ? null : new CellPublisher(publisher, request.Header, count, shown);
        var cell = new CellSource(NextName(content), content.Code);
        var results = await runner.RunAsync(cell, audience, content.AllowsInput ? request.Message : null).ConfigureAwait(false);
        if (content.StoresHistory) history.Add(new HistoryEntry(count, content.Code, results.Result?.Data.GetValueOrDefault("text/plain")));
        return results;
    }

    // Names are unique in a session; the cells that count are called by their number.
    private string NextName(ExecuteContent content) => content.StoresHistory ? $"Cell {count}" : $"Uncounted cell {++uncounted}";

    private async Task<Reply> ReplyAsync(ExecuteContent content, CellResults results)
    {
        var reply = results.Error is { } error
            ? Reply.Error(error.Name, error.Message, error.Traceback)
            : Reply.Ok(new JsonObject { ["user_expressions"] = await expressions.EvaluateAsync(content.UserExpressions).ConfigureAwait(false) });
        reply.Content!["execution_count"] = count;
        reply.Content["payload"] = new JsonArray();
        return reply;
    }
}
