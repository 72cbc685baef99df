using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>What holds for every layer.</summary>
internal static class LayerChecks
{
    /// <summary>Asserts that the gradients of the input and of every parameter are the slopes of L = Σ Y ∘ G, for a G drawn at random.</summary>
    public static void GradientsAreSlopes(Layer<double> layer, Matrix<double> input)
    {
        Matrix<double> output = BothPasses<double>.Forward(layer, input), given = Samples.DrawMatrix<double>(output.RowCount, output.ColumnCount, seed: 99);
        BothPasses<double> run = new(layer, input, given);
        FiniteDifferences.Agree(run.InputGradient, input, Loss, "X");
        foreach (Parameter<double> parameter in layer.Parameters) FiniteDifferences.Agree(run.Gradient(parameter), parameter.Values, Loss, parameter.Name);

        double Loss() => BothPasses<double>.Forward(layer, input).PointwiseMultiply(given).RowSums().Sum();
    }

    /// <summary>Asserts that a second backward pass adds to the gradients of the parameters: twice the pass, twice the gradient.</summary>
    public static void GradientsAddUp(Layer<double> layer, Matrix<double> input)
    {
        Columns<double> columns = BothPasses<double>.Columns(input);
        ParameterGradients<double> once = new(layer.Parameters), twice = new(layer.Parameters);
        using ArrayLoan<double> loan = new();
        Columns<double> given = layer.Forward(columns, loan).Output;
        _ = layer.Forward(columns, loan).Backward(given, once);
        for (int pass = 0; pass < 2; pass++) _ = layer.Forward(columns, loan).Backward(given, twice);
        Assert.All(layer.Parameters, parameter => Near.Equal(once[parameter] * 2, twice[parameter], 1e-12, parameter.Name));
    }

    /// <summary>Asserts that a pass has the same bits wherever its input lies, and leaves input and output gradient as they are.</summary>
    public static void BitsDoNotDependOnAddresses<T>(Layer<T> layer, Matrix<T> input)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (T[][] Results, ParameterGradients<T> Gradients)[] runs = [.. Enumerable.Range(0, 3).Select(offset => RunAt(layer, input, offset))];
        Assert.All(runs, run =>
        {
            for (int result = 0; result < run.Results.Length; result++) Assert.Equal(runs[0].Results[result], run.Results[result]);
            Assert.All(layer.Parameters, parameter => Assert.Equal(runs[0].Gradients[parameter], run.Gradients[parameter]));
        });
    }

    private static (T[][] Results, ParameterGradients<T> Gradients) RunAt<T>(Layer<T> layer, Matrix<T> input, int offset)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using ArrayLoan<T> loan = new();
        ParameterGradients<T> gradients = new(layer.Parameters);
        Columns<T> moved = Moved(BothPasses<T>.Columns(input), offset);
        LayerPass<T> pass = layer.Forward(moved, loan);
        Columns<T> given = Moved(pass.Output, offset);
        Columns<T> inputGradient = pass.Backward(given, gradients);
        Assert.Equal(input.AsColumnMajorArray(), moved.Values.ToArray());
        Assert.Equal(pass.Output.Values.ToArray(), given.Values.ToArray());
        return ([[.. pass.Output.Values], [.. inputGradient.Values]], gradients);
    }

    private static Columns<T> Moved<T>(Columns<T> columns, int offset)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] array = new T[columns.Values.Count + offset];
        columns.AsSpan().CopyTo(array.AsSpan(offset));
        return new Columns<T>(new ArraySegment<T>(array, offset, columns.Values.Count), columns.Size);
    }
}
