using System.Numerics;

namespace AttentionNotebooks;

/// <summary>One training from its first step, or a checkpoint, to its last one.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class TrainingRun<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ITrainable<T> model;
    private readonly IReadOnlyList<TrainingExample> examples;
    private readonly TrainingOptions options;
    private readonly ComputeOptions compute;
    private readonly LearningRateSchedule schedule;
    private readonly BatchOrder order;
    private readonly TrainingStep<T> update;
    private readonly Checkpoint<T> checkpoint;
    private readonly ProgressMeter meter;
    private readonly List<TrainingPoint> points = [];
    private int step;

    /// <param name="model">What learns; its parameters are finite.</param>
    /// <param name="modelName">What tells models apart whose parameters have the same names and shapes.</param>
    /// <param name="examples">What it learns from; at least one.</param>
    /// <param name="options">How.</param>
    /// <param name="clock">Tells the time.</param>
    internal TrainingRun(ITrainable<T> model, string modelName, IReadOnlyList<TrainingExample> examples, TrainingOptions options, TimeProvider clock)
    {
        compute = new ComputeOptions { MaxDegreeOfParallelism = options.MaxDegreeOfParallelism };
        this.model = model;
        this.examples = examples;
        this.options = options;
        schedule = options.Schedule();
        order = new BatchOrder(examples.Count, options.BatchSize, options.Seed);
        update = new TrainingStep<T>(model, options, compute);
        checkpoint = new Checkpoint<T>(model.Parameters, update.Optimiser, TrainingIdentity.Of(modelName, examples, options));
        meter = new ProgressMeter(options, clock);
    }

    /// <summary>Trains.</summary>
    /// <exception cref="TrainingCanceledException">The options' token was cancelled.</exception>
    /// <exception cref="TrainingDivergedException">Something is not finite.</exception>
    internal TrainingHistory Run()
    {
        if (options.ResumeFrom is { } path) Resume(path);
        int first = step;
        if (step == 0) options.Watch?.Invoke(0);
        while (step < options.Steps)
        {
            if (options.CancellationToken.IsCancellationRequested) Cancel(first);
            Advance();
        }

        return new TrainingHistory(points);
    }

    private void Resume(string path)
    {
        points.AddRange(checkpoint.Read(path));
        step = points.Count;
        foreach (TrainingPoint point in points) meter.Recall(point.Loss);
    }

    private void Advance()
    {
        step++;
        TrainingExample[] batch = Array.ConvertAll(order.Batch(step), index => examples[index]);
        double rate = schedule.At(step);
        (double loss, double norm) = update.Run(step, batch, rate);
        Evaluation? asked = options.HeldOut is { } heldOut && IsDue(options.EvaluateEvery) ? model.Evaluate(heldOut, compute) : null;
        points.Add(new TrainingPoint(step, loss, rate, norm, asked?.Loss, asked?.Accuracy));
        meter.Count(points[^1], batch.Sum(example => example.Tokens.Count));
        if (IsDue(options.WatchEvery)) options.Watch?.Invoke(step);
        if (IsDue(options.CheckpointEvery)) Save();
    }

    private void Cancel(int first)
    {
        if (step > first) Save();
        throw new TrainingCanceledException(step, points.Count == 0 ? null : new TrainingHistory(points), options.CancellationToken);
    }

    private void Save()
    {
        if (options.CheckpointPath is { } path) checkpoint.Write(path, points);
    }

    private bool IsDue(int every) => step % every == 0 || step == options.Steps;
}
