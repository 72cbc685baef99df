using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>The whole state of a training as one safetensors file: parameters under their names, both moments of AdamW, and what was measured so far.</summary>
/// <param name="parameters">Those of the model.</param>
/// <param name="optimiser">Its optimiser.</param>
/// <param name="identity">What decides the numbers of the training (<see cref="TrainingIdentity"/>).</param>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class Checkpoint<T>(IReadOnlyList<Parameter<T>> parameters, AdamW<T> optimiser, IReadOnlyDictionary<string, string> identity)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>PyTorch's names for the moments.</summary>
    private const string First = "optimizer.exp_avg.", Second = "optimizer.exp_avg_sq.";

    private const string History = "training.history", Prefix = "training.";

    /// <summary>Writes the file: the old one or the new one is there, never a part.</summary>
    internal void Write(string path, IReadOnlyList<TrainingPoint> points)
    {
        IEnumerable<SafeTensor> tensors = parameters.SelectMany((parameter, index) => new[]
        {
            SafeTensor.Of(parameter.Name, parameter.Values),
            SafeTensor.Of(First + parameter.Name, Moment(optimiser.FirstMoments, index)),
            SafeTensor.Of(Second + parameter.Name, Moment(optimiser.SecondMoments, index)),
        });
        SafeTensors.Write(path, tensors.Append(SafeTensor.Of(History, HistoryMatrix.Of(points))), identity.ToDictionary(part => Prefix + part.Key, part => part.Value));
    }

    /// <summary>Puts the state of a file into the model and its optimiser, after it has been checked as a whole.</summary>
    /// <returns>What was measured so far.</returns>
    /// <exception cref="InvalidDataException">It is no checkpoint, or one of another training.</exception>
    internal IReadOnlyList<TrainingPoint> Read(string path)
    {
        SafeTensorFile file = SafeTensors.Read(path);
        CheckIdentity(path, file);
        TrainingPoint[] points = HistoryMatrix.Read(path, Tensor<double>(path, file, History));
        Matrix<T>[][] state = [.. parameters.Select(parameter => State(path, file, parameter))];
        for (int index = 0; index < state.Length; index++)
        {
            state[index][0].CopyTo(parameters[index].Values);
            state[index][1].CopyTo(Moment(optimiser.FirstMoments, index));
            state[index][2].CopyTo(Moment(optimiser.SecondMoments, index));
        }

        optimiser.StepsDone = points.Length;
        return points;
    }

    private void CheckIdentity(string path, SafeTensorFile file)
    {
        foreach ((string name, string expected) in identity)
        {
            if (!file.Metadata.TryGetValue(Prefix + name, out string? found))
                throw new InvalidDataException($"{path} is no checkpoint of a training: its metadata has no '{Prefix}{name}'.");
            if (found != expected)
                throw new InvalidDataException($"{path} is the checkpoint of another training: its {name} is '{found}', that of this training is '{expected}'.");
        }
    }

    private static Matrix<T>[] State(string path, SafeTensorFile file, Parameter<T> parameter) => Array.ConvertAll(["", First, Second], prefix =>
    {
        Matrix<T> values = Tensor<T>(path, file, prefix + parameter.Name);
        return Shape.Of(values) == Shape.Of(parameter.Values)
            ? values
            : throw new InvalidDataException($"{path} is the checkpoint of another model: {prefix}{parameter.Name} is {Shape.Of(values)}, that of this model is {Shape.Of(parameter.Values)}.");
    });

    /// <summary>A matrix of the precision of this training: any other would be rounded, and go on otherwise.</summary>
    private static Matrix<TNumber> Tensor<TNumber>(string path, SafeTensorFile file, string name)
        where TNumber : unmanaged, IFloatingPointIeee754<TNumber>
    {
        if (!file.TryGet(name, out SafeTensor? tensor)) throw new InvalidDataException($"{path} is the checkpoint of another model: it has no tensor '{name}'.");
        DType expected = typeof(TNumber) == typeof(float) ? DType.F32 : DType.F64;
        return tensor.Type == expected
            ? tensor.ToMatrix<TNumber>()
            : throw new InvalidDataException($"{path} is the checkpoint of a training in another precision: '{name}' is {tensor.Type}, not {expected}.");
    }

    /// <summary>A moment as a matrix of the shape of its parameter, over the same numbers.</summary>
    private Matrix<T> Moment(IReadOnlyList<T[]> moments, int index) =>
        Matrix<T>.Build.Dense(parameters[index].Values.RowCount, parameters[index].Values.ColumnCount, moments[index]);
}
