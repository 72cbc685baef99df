using System.Collections.Concurrent;
using AttentionNotebooks.Runner.Jupyter.Channels;
using AttentionNotebooks.Runner.Jupyter.Messages;

namespace AttentionNotebooks.Runner.Jupyter.Requests;

/// <summary>
/// The requests of one channel, handled in their order on a thread of their own, so that a cell which occupies the whole thread pool
/// does not silence the kernel.
/// </summary>
internal sealed class RequestQueue(ChannelName channel)
{
    private readonly BlockingCollection<Request> requests = [];
    private long received;

    /// <summary>How many requests have come so far.</summary>
    public long Received => Interlocked.Read(ref received);

    /// <summary>Adds a request at the end.</summary>
    public void Add(Message message) => requests.Add(new Request(channel, message, Interlocked.Increment(ref received)));

    /// <summary>Begins to handle the requests.</summary>
    public void Start(RequestDispatcher dispatcher)
    {
        var thread = new Thread(() => Handle(dispatcher)) { IsBackground = true, Name = $"Jupyter {channel}" };
        thread.Start();
    }

    private void Handle(RequestDispatcher dispatcher)
    {
        foreach (var request in requests.GetConsumingEnumerable()) dispatcher.DispatchAsync(request).GetAwaiter().GetResult();
    }
}
