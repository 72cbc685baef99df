namespace AttentionNotebooks.Runner.Jupyter.Requests;

/// <summary>Answers requests of one type.</summary>
internal interface IRequestHandler
{
    /// <summary>The type, such as <c>execute_request</c>.</summary>
    string Type { get; }

    /// <summary>Does what is asked. Requests of one channel come one at a time.</summary>
    Task<Reply> HandleAsync(Request request);
}
