using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Documents;
using AttentionNotebooks.Runner.Jupyter.Channels;
using AttentionNotebooks.Runner.Jupyter.Messages;
using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Sessions;

namespace AttentionNotebooks.Runner.Jupyter.Execution;

/// <summary>Publishes what one cell gives.</summary>
/// <param name="publisher">Where it goes.</param>
/// <param name="request">The header of the request that runs the cell.</param>
/// <param name="count">The cell's execution count.</param>
/// <param name="shown">The displays of all cells so far.</param>
internal sealed class CellPublisher(Publisher publisher, byte[] request, int count, ShownDisplays shown) : ICellObserver
{
    private string? restoreDisplay;

    /// <inheritdoc/>
    public void Emit(Output output)
    {
        switch (output)
        {
            case StreamOutput stream:
                Publish("stream", new JsonObject { ["name"] = stream.Name == StreamName.Stderr ? "stderr" : "stdout", ["text"] = stream.Text });
                break;
            case DisplayOutput { IsResult: true } result:
                Publish("execute_result", Content(result.Data, displayId: null, [KeyValuePair.Create("execution_count", (JsonNode?)count)]));
                break;
            case DisplayOutput display:
                // What a restore shows at its end takes the place of what was shown at its beginning.
                PublishDisplay(display.Data, display.DisplayId ?? restoreDisplay);
                restoreDisplay = null;
                break;
            case ClearOutput clear:
                Publish("clear_output", new JsonObject { ["wait"] = clear.Waits });
                break;
            case ErrorOutput error:
                Publish("error", ErrorContent(error));
                break;
        }
    }

    /// <inheritdoc/>
    public void RestoreStarted(IReadOnlyList<string> packages)
    {
        restoreDisplay = MessageWriter.NewId();
        PublishDisplay(Note($"Installing {string.Join("; ", packages)} …"), restoreDisplay);
    }

    /// <inheritdoc/>
    public void RestoreEnded()
    {
        if (restoreDisplay is null) return;
        PublishDisplay(Note("The packages could not be installed."), restoreDisplay);
        restoreDisplay = null;
    }

    /// <summary>An error as messages carry it.</summary>
    public static JsonObject ErrorContent(ErrorOutput error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
    };

    private static Dictionary<string, string> Note(string text) => new() { ["text/plain"] = text };

    private void PublishDisplay(IReadOnlyDictionary<string, string> data, string? id) =>
        Publish(id is null || shown.Add(id) ? "display_data" : "update_display_data", Content(data, id, []));

    private static JsonObject Content(
        IReadOnlyDictionary<string, string> data, string? displayId, IEnumerable<KeyValuePair<string, JsonNode?>> more) =>
        new(more)
        {
            ["data"] = MimeBundle.WriteWhole(data),
            ["metadata"] = new JsonObject(),
            ["transient"] = displayId is null ? new JsonObject() : new JsonObject { ["display_id"] = displayId },
        };

    private void Publish(string type, JsonObject content) => publisher.Publish(type, request, content);
}
