namespace AttentionNotebooks.Runner.Documents;

/// <summary>A file is not a notebook that can be read; the message names the file and what is wrong with it.</summary>
internal sealed class NotebookFormatException(string path, string problem, Exception cause)
    : Exception($"{path} is not a notebook that can be read: {problem}", cause);
