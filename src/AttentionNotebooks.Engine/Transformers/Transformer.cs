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
        GivenParameters.Check(parameters, ParameterShapes.Of(config));
        Transformer<T> model = Create<T>(config, seed: 0);
        GivenParameters.Copy(parameters, model.Parameters);
        return model;
    }

    /// <summary>A model from a file that <see cref="Transformer{T}.Save"/> wrote.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>; numbers of the other precision are converted.</typeparam>
    /// <param name="path">The file.</param>
    /// <returns>The model.</returns>
    /// <exception cref="InvalidDataException">It is no such file, or is broken; the message says what is wrong where.</exception>
    /// <exception cref="IOException">It cannot be opened or read.</exception>
    public static Transformer<T> Load<T>(string path)
        where T : unmanaged, IFloatingPointIeee754<T> => Load<T>(SafeTensors.Read(path));

    /// <summary>A model from a file that has been read, or that came with a program.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>; numbers of the other precision are converted.</typeparam>
    /// <param name="file">What <see cref="Transformer{T}.Save"/> wrote.</param>
    /// <returns>The model.</returns>
    /// <exception cref="InvalidDataException">The shape of the model is missing or wrong, or a parameter is missing, unknown, of another shape or not finite.</exception>
    public static Transformer<T> Load<T>(SafeTensorFile file)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(file);
        return TransformerFile.Read<T>(file);
    }
}
