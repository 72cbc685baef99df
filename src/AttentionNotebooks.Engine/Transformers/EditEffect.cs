using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>What a <see cref="Transformer{T}"/> makes of a sentence as it is, and with some heads changed.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <remarks>Made by <see cref="Transformer{T}.Compare"/>.</remarks>
public sealed class EditEffect<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal EditEffect(
        IReadOnlyList<HeadEdit> edits,
        (TransformerResult<T> Result, IReadOnlyList<TargetPrediction> Predictions) before,
        (TransformerResult<T> Result, IReadOnlyList<TargetPrediction> Predictions) after)
    {
        Edits = edits;
        (Before, PredictionsBefore) = before;
        (After, PredictionsAfter) = after;
        OutputDifference = After.Output - Before.Output;
    }

    /// <summary>What was changed.</summary>
    public IReadOnlyList<HeadEdit> Edits { get; }

    /// <summary>The run of the model as it is.</summary>
    public TransformerResult<T> Before { get; }

    /// <summary>The run with the edits.</summary>
    public TransformerResult<T> After { get; }

    /// <summary>The output after minus the output before, r×n.</summary>
    public Matrix<T> OutputDifference { get; }

    /// <summary>The root of the sum of the squares of <see cref="OutputDifference"/> (Frobenius norm).</summary>
    public double OutputDistance => OutputDifference.FrobeniusNorm();

    /// <summary>The mean cross-entropy of the targets before, in nats.</summary>
    public double LossBefore => PredictionsBefore.Average(prediction => prediction.Loss);

    /// <summary>The mean cross-entropy of the targets after, in nats.</summary>
    public double LossAfter => PredictionsAfter.Average(prediction => prediction.Loss);

    /// <summary>What was said at each target before.</summary>
    public IReadOnlyList<TargetPrediction> PredictionsBefore { get; }

    /// <summary>What was said at each target after.</summary>
    public IReadOnlyList<TargetPrediction> PredictionsAfter { get; }
}
