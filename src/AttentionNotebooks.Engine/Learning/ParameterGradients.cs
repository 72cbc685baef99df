using System.Numerics;
using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>dL/dP for each parameter P of a model. Backward passes add to it.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class ParameterGradients<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Dictionary<Parameter<T>, Matrix<T>> gradients;

    /// <summary>Zeros for each parameter.</summary>
    internal ParameterGradients(IEnumerable<Parameter<T>> parameters) =>
        gradients = parameters.ToDictionary(parameter => parameter, parameter => Matrix<T>.Build.Dense(parameter.Values.RowCount, parameter.Values.ColumnCount));

    /// <summary>The gradient of one parameter.</summary>
    /// <param name="parameter">A parameter of the model that was run.</param>
    /// <returns>dL/dP, of the shape of P.</returns>
    /// <exception cref="ArgumentException">The parameter belongs to another model.</exception>
    public Matrix<T> this[Parameter<T> parameter]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(parameter);
            return gradients.TryGetValue(parameter, out Matrix<T>? gradient)
                ? gradient
                : throw new ArgumentException($"parameter must belong to the model that was run: it has no '{parameter.Name}' of this kind.", nameof(parameter));
        }
    }

    /// <summary>The gradient of one parameter, column by column.</summary>
    internal Span<T> Of(Parameter<T> parameter) => this[parameter].AsColumnMajorArray();

    /// <summary>Adds those of another part of the same batch.</summary>
    internal void Add(ParameterGradients<T> other)
    {
        foreach (Parameter<T> parameter in gradients.Keys) TensorPrimitives.Add<T>(Of(parameter), other.Of(parameter), Of(parameter));
    }

    /// <summary>Back to zeros.</summary>
    internal void Clear()
    {
        foreach (Parameter<T> parameter in gradients.Keys) Of(parameter).Clear();
    }
}
