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

    /// <exception cref="TrainingDivergedException">A tensor of a parameter is not finite.</exception>
    /// <param name="what">What it is to the parameter, for example its gradient.</param>
    /// <param name="of">Gives its numbers; by the index of the parameter.</param>
    internal static void CheckEach<T>(int step, string what, IReadOnlyList<Parameter<T>> parameters, Func<int, T[]> of)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int index = 0; index < parameters.Count; index++)
        {
            T[] values = of(index);
            if (TensorPrimitives.IsFiniteAll<T>(values)) continue;
            double worst = double.CreateChecked(Array.Find(values, value => !T.IsFinite(value)));
            throw new TrainingDivergedException(step, parameters[index].Name, $"{what} {parameters[index].Name} holds {Name(worst)}");
        }
    }

    internal static string Name(double value) => double.IsNaN(value) ? "NaN" : value > 0 ? "infinity" : "−infinity";
}
