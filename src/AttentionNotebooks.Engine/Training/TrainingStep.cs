using System.Numerics;

namespace AttentionNotebooks;

/// <summary>One update of a model: gradients of a batch, clipping, AdamW. What is not finite stops it before the model is changed.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class TrainingStep<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly IReadOnlyList<Parameter<T>> parameters;
    private readonly TrainingOptions options;
    private readonly BatchGradients<T> gradients;
    private readonly Snapshot<T> before;

    internal TrainingStep(ITrainable<T> model, TrainingOptions options, ComputeOptions compute)
    {
        parameters = model.Parameters;
        this.options = options;
        gradients = new BatchGradients<T>(model, compute);
        before = new Snapshot<T>(parameters);
        Optimiser = new AdamW<T>(parameters, options.WeightDecay, options.Beta1, options.Beta2);
    }

    internal AdamW<T> Optimiser { get; }

    /// <summary>Makes the update.</summary>
    /// <returns>The mean loss of the batch, and the norm of its gradients before clipping.</returns>
    /// <exception cref="TrainingDivergedException">Something is not finite; the model is as it was.</exception>
    internal (double Loss, double GradientNorm) Run(int step, TrainingExample[] batch, double learningRate)
    {
        double loss = gradients.Compute(batch);
        Divergence.CheckLoss(step, loss);
        double norm = GradientClipping.Norm(parameters, gradients.Sum);
        if (!double.IsFinite(norm)) Divergence.ThrowGradient(step, parameters, gradients.Sum);
        if (options.ClipNorm is { } greatest) GradientClipping.Clip(parameters, gradients.Sum, norm, greatest);
        Update(step, learningRate);
        return (loss, norm);
    }

    private void Update(int step, double learningRate)
    {
        before.Take();
        Optimiser.Step(gradients.Sum, learningRate);
        try
        {
            Divergence.CheckEach(step, "the second moment of", parameters, index => Optimiser.SecondMoments[index]);
            Divergence.CheckEach(step, "after the update", parameters, index => parameters[index].Storage);
        }
        catch (TrainingDivergedException)
        {
            before.Restore();
            throw;
        }
    }
}
