namespace AttentionNotebooks.Runner.Packages;

/// <summary>Packages could not be had; the message is meant for the notebook's reader.</summary>
internal sealed class PackageException(string message, Exception? inner = null) : Exception(message, inner);
