using System.Numerics;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>The optimiser AdamW: Adam whose weight decay stands apart from the gradient (Loshchilov &amp; Hutter 2019, algorithm 2).</summary>
/// <remarks>
/// At step t with gradient g and learning rate η: m ← β₁·m + (1 − β₁)·g, v ← β₂·v + (1 − β₂)·g², θ ← θ − η·λ·θ − η·m̂/(√v̂ + ε) with
/// m̂ = m/(1 − β₁ᵗ) and v̂ = v/(1 − β₂ᵗ). Matrices decay, the tables of embeddings among them; vectors do not: biases and the gains of norms. The same as
/// <c>torch.optim.AdamW</c> with λ = 0 for the vectors. Not safe for several threads at a time.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class AdamW<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Parameter<T>[] parameters;
    private readonly T[][] first, second;
    private readonly double weightDecay, beta1, beta2, epsilon;

    /// <summary>An optimiser that has done no step.</summary>
    /// <param name="parameters">What is to be learned.</param>
    /// <param name="weightDecay">λ, at least 0.</param>
    /// <param name="beta1">β₁, the memory of the first moment; from 0 to below 1.</param>
    /// <param name="beta2">β₂, the memory of the second moment; from 0 to below 1.</param>
    /// <param name="epsilon">ε, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public AdamW(IReadOnlyList<Parameter<T>> parameters, double weightDecay = 0.01, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        NumberCheck.NotNegativeAndFinite(weightDecay);
        NumberCheck.BelowOne(beta1);
        NumberCheck.BelowOne(beta2);
        NumberCheck.PositiveAndFinite(epsilon);
        this.parameters = [.. parameters];
        first = Array.ConvertAll(this.parameters, parameter => new T[parameter.Count]);
        second = Array.ConvertAll(this.parameters, parameter => new T[parameter.Count]);
        (this.weightDecay, this.beta1, this.beta2, this.epsilon) = (weightDecay, beta1, beta2, epsilon);
    }

    /// <summary>t: how many steps have been done.</summary>
    public int StepsDone { get; internal set; }

    /// <summary>m of each parameter, column by column.</summary>
    internal IReadOnlyList<T[]> FirstMoments => first;

    /// <summary>v of each parameter, column by column.</summary>
    internal IReadOnlyList<T[]> SecondMoments => second;

    /// <summary>Moves each parameter one step.</summary>
    /// <param name="gradients">dL/dθ of each parameter θ, of the model that the parameters belong to.</param>
    /// <param name="learningRate">η, at least 0.</param>
    /// <exception cref="ArgumentException">The gradients are those of another model.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="learningRate"/> is below 0 or not finite.</exception>
    public void Step(ParameterGradients<T> gradients, double learningRate)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        NumberCheck.NotNegativeAndFinite(learningRate);
        StepsDone++;
        for (int index = 0; index < parameters.Length; index++)
        {
            Parameter<T> parameter = parameters[index];
            Update(learningRate, parameter).Apply(gradients.Of(parameter), first[index], second[index], parameter.Storage);
        }
    }

    private AdamWUpdate<T> Update(double learningRate, Parameter<T> parameter) => new()
    {
        Beta1 = T.CreateChecked(beta1),
        Beta2 = T.CreateChecked(beta2),
        Decay = T.CreateChecked(parameter.IsVector ? 1 : 1 - (learningRate * weightDecay)),
        Rate = T.CreateChecked(learningRate / (1 - Math.Pow(beta1, StepsDone))),
        Root = T.CreateChecked(Math.Sqrt(1 - Math.Pow(beta2, StepsDone))),
        Epsilon = T.CreateChecked(epsilon),
    };
}
