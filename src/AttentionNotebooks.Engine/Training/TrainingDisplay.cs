namespace AttentionNotebooks;

/// <summary>Shows how a training goes on: in a notebook as one display that changes, on a terminal as one line that is written anew, elsewhere as a line every two seconds.</summary>
/// <remarks>To be given to <see cref="TrainingOptions.Progress"/>. One display is for one training.</remarks>
public sealed class TrainingDisplay : IProgress<TrainingProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly TextWriter output;
    private readonly bool rewrites;
    private readonly TimeProvider clock;
    private readonly Func<string, Action<string>?> openDisplay;
    private Action<string>? update;
    private int width;
    private long? shown;

    /// <summary>A display for the host that runs this code.</summary>
    public TrainingDisplay()
        : this(Console.Out, !Console.IsOutputRedirected, TimeProvider.System, NotebookHost.TryDisplay)
    {
    }

    /// <param name="output">A terminal, or a file.</param>
    /// <param name="rewrites">Whether it is a terminal.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="openDisplay">Shows a text in a notebook and returns what replaces it; null outside of notebooks.</param>
    internal TrainingDisplay(TextWriter output, bool rewrites, TimeProvider clock, Func<string, Action<string>?> openDisplay)
    {
        this.output = output;
        this.rewrites = rewrites;
        this.clock = clock;
        this.openDisplay = openDisplay;
    }

    /// <summary>Shows where the training is.</summary>
    /// <param name="value">Where it is.</param>
    public void Report(TrainingProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        bool isLast = value.Step == value.Steps;
        if (update is not null) update(value.ToString());
        else if (shown is null && openDisplay(value.ToString()) is { } opened) update = opened;
        else if (rewrites) Rewrite(value.ToString(), isLast);
        else if (isLast || shown is not { } last || clock.GetElapsedTime(last) >= Pause) output.WriteLine(value);
        else return;
        shown = clock.GetTimestamp();
    }

    /// <summary>Blanks cover what was longer before.</summary>
    private void Rewrite(string line, bool isLast)
    {
        output.Write($"\r{line.PadRight(width)}");
        width = line.Length;
        if (isLast) output.WriteLine();
    }
}
