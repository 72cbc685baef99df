using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>Every normalisation, by name, so that theories can cross it with everything else.</summary>
public enum NormalisationCase
{
    Softmax,
    SoftmaxSharpened,
    SoftmaxFlattened,
    Relu,
    ReluPerKey,
    Sigmoid,
    SigmoidWithBias,
    Sparsemax,
}

internal static class NormalisationCases
{
    private const double Sharp = 0.25, Flat = 4, Bias = -1.5;

    public static Normalisation Engine(this NormalisationCase name) => name switch
    {
        NormalisationCase.Softmax => Normalisation.Softmax(),
        NormalisationCase.SoftmaxSharpened => Normalisation.Softmax(Sharp),
        NormalisationCase.SoftmaxFlattened => Normalisation.Softmax(Flat),
        NormalisationCase.Relu => Normalisation.Relu(),
        NormalisationCase.ReluPerKey => Normalisation.ReluPerKey(),
        NormalisationCase.Sigmoid => Normalisation.Sigmoid(),
        NormalisationCase.SigmoidWithBias => Normalisation.Sigmoid(Bias),
        NormalisationCase.Sparsemax => Normalisation.Sparsemax(),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    public static Func<Vector<double>, Vector<double>> Formula(this NormalisationCase name) => name switch
    {
        NormalisationCase.Softmax => scores => ReferenceNormalisation.Softmax(scores, 1),
        NormalisationCase.SoftmaxSharpened => scores => ReferenceNormalisation.Softmax(scores, Sharp),
        NormalisationCase.SoftmaxFlattened => scores => ReferenceNormalisation.Softmax(scores, Flat),
        NormalisationCase.Relu => ReferenceNormalisation.Relu,
        NormalisationCase.ReluPerKey => ReferenceNormalisation.ReluPerKey,
        NormalisationCase.Sigmoid => scores => ReferenceNormalisation.Sigmoid(scores, 0),
        NormalisationCase.SigmoidWithBias => scores => ReferenceNormalisation.Sigmoid(scores, Bias),
        NormalisationCase.Sparsemax => ReferenceNormalisation.Sparsemax,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>
    /// How much a weight can change when every score changes by at most 1: the greatest row sum of |∂w/∂s|.
    /// Softmax 2w(1 − w)/τ ≤ 1/(2τ), ReLU 1, sigmoid ¼, sparsemax 2(1 − 1/k) &lt; 2.
    /// </summary>
    public static double Sensitivity(this NormalisationCase name) => name switch
    {
        NormalisationCase.SoftmaxFlattened => 0.5 / Flat,
        NormalisationCase.Softmax => 0.5,
        NormalisationCase.SoftmaxSharpened => 0.5 / Sharp,
        NormalisationCase.Sigmoid or NormalisationCase.SigmoidWithBias => 0.25,
        NormalisationCase.Sparsemax => 2,
        _ => 1,
    };
}
