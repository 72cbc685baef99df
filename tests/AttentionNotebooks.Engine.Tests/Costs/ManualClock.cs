namespace AttentionNotebooks.Engine.Tests.Costs;

/// <summary>A clock that stands still until somebody works.</summary>
internal sealed class ManualClock : TimeProvider
{
    private long now;

    public override long TimestampFrequency => 1_000_000_000;

    public double Seconds => (double)now / TimestampFrequency;

    public override long GetTimestamp() => now;

    public void Work(double seconds) => now += (long)Math.Round(seconds * TimestampFrequency);
}
