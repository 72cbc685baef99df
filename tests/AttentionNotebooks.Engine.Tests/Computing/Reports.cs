namespace AttentionNotebooks.Engine.Tests.Computing;

/// <summary>Hears the progress of a call, on whatever thread it comes, and may answer.</summary>
internal sealed class Reports(Action<double>? answer = null) : IProgress<double>
{
    private readonly List<double> shares = [];

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<double> Shares => shares;

    public void Report(double value)
    {
        lock (shares) shares.Add(value);
        answer?.Invoke(value);
    }
}
