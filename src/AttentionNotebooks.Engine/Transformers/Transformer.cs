using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Makes transformers.</summary>
public static class Transformer
{
    /// <summary>A model before training.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="config">Its shape.</param>
    /// <param name="seed">Seed of the weights; the same seed gives the same weights on every machine.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentException">There is no model of this shape; the message says why.</exception>
    public static Transformer<T> Create<T>(TransformerConfig config, int seed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TransformerConfigCheck.Check(config);
        return new Transformer<T>(config, seed);
    }

    /// <summary>A model with weights that are there already, for example read from a file.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="config">Its shape.</param>
    /// <param name="parameters">Each parameter by its name (<see cref="Parameter{T}.Name"/>); a vector has one column. Copied.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentException">There is no model of this shape, or a parameter is missing, unknown or of another shape; the message names it.</exception>
    public static Transformer<T> Create<T>(TransformerConfig config, IReadOnlyDictionary<string, Matrix<T>> parameters)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(parameters);
        TransformerConfigCheck.Check(config);
        GivenParameters.CheckCount(parameters, config);
        Transformer<T> model = Create<T>(config, seed: 0);
        GivenParameters.Copy(parameters, model.Parameters);
        return model;
    }
}
