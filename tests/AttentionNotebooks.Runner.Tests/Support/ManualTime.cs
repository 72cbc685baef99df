namespace AttentionNotebooks.Runner.Tests.Support;

/// <summary>A clock whose timers go off when the test says so.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly List<ManualTimer> timers = [];
    private bool hurries;

    /// <summary>Lets every timer go off that now runs.</summary>
    public void Expire()
    {
        ManualTimer[] running;
        lock (timers) running = [.. timers];
        foreach (var timer in running) timer.Expire();
    }

    /// <summary>Lets every timer go off, also each later one as soon as it runs.</summary>
    public void ExpireFromNowOn()
    {
        hurries = true;
        Expire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        lock (timers) timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class ManualTimer(ManualTime time, Action callback) : ITimer
    {
        private bool runs;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            runs = dueTime != Timeout.InfiniteTimeSpan;
            if (runs && time.hurries) Task.Run(Expire);
            return true;
        }

        public void Expire()
        {
            if (!runs) return;
            runs = false;
            callback();
        }

        public void Dispose() => runs = false;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
