using System.Numerics;
using System.Numerics.Tensors;

namespace AttentionNotebooks;

/// <summary>Finds NaN and infinity, and says where they are.</summary>
internal static class Divergence
{
    /// <exception cref="TrainingDivergedException">The loss is not finite.</exception>
    internal static void CheckLoss(int step, double loss)
    {
        if (!double.IsFinite(loss)) throw new TrainingDivergedException(step, "loss", $"the loss is {Name(loss)}");
    }

    /// <summary>For gradients whose norm is not finite: names the first one that is not, or else the norm.</summary>
    /// <exception cref="TrainingDivergedException">Always.</exception>
    internal static void ThrowGradient<T>(int step, IReadOnlyList<Parameter<T>> parameters, ParameterGradients<T> gradients)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        CheckEach(step, "the gradient of", parameters, index => gradients[parameters[index]].AsColumnMajorArray());
        throw new TrainingDivergedException(step, "gradient norm", "the norm of all gradients is infinity");
    }

    /// <summary>Looks through the numbers that belong to each parameter, by its index; in the message they are <c>what name-of-the-parameter</c>.</summary>
    /// <exception cref="TrainingDivergedException">A number is not finite.</exception>
    internal static void CheckEach<T>(int step, string what, IReadOnlyList<Parameter<T>> parameters, Func<int, T[]> numbers)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int index = 0; index < parameters.Count; index++)
        {
            if (FirstNotFinite(numbers(index)) is not { } broken) continue;
            string name = parameters[index].Name;
            throw new TrainingDivergedException(step, name, $"{what} {name} holds {broken}");
        }
    }

    /// <summary>What people call the first number that is not finite; null where all are.</summary>
    internal static string? FirstNotFinite<T>(T[] values)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.IsFiniteAll<T>(values) ? null : Name(double.CreateChecked(Array.Find(values, value => !T.IsFinite(value))));

    private static string Name(double value) => double.IsNaN(value) ? "NaN" : value > 0 ? "infinity" : "minus infinity";
}
