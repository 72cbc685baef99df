using System.Numerics;
using AttentionNotebooks.Engine.Tests.Golden;
using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Training;

public sealed class AdamWTests
{
    private static readonly GoldenTraining[] GoldenCases = GoldenFile.Read<GoldenTraining>("training.json");

    public static TheoryData<string, string> Golden => [.. GoldenCases.Select(golden => (golden.Precision, golden.Name))];

    public static TheoryData<int> Lengths => [.. Enumerable.Range(1, 65)];

    [Theory]
    [MemberData(nameof(Golden))]
    public void Steps_OfPyTorch_HaveTheSameNumbers(string precision, string name)
    {
        GoldenTraining golden = GoldenCases.Single(golden => (golden.Precision, golden.Name) == (precision, name));
        if (precision == "float32") golden.Check<float>();
        else golden.Check<double>();
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Step_OfAnyLength_IsTheFormula(int length)
    {
        Matches<float>(length);
        Matches<double>(length);
    }

    [Fact]
    public void Step_WithoutGradient_DrawsMatricesToZeroAndLeavesVectors()
    {
        Parameter<double> matrix = new("matrix", Matrix<double>.Build.Dense(2, 2, 3.0)), vector = new("vector", Matrix<double>.Build.Dense(2, 1, 3.0));
        new AdamW<double>([matrix, vector], weightDecay: 0.5).Step(new([matrix, vector]), learningRate: 0.1);
        Assert.All(matrix.Storage, number => Assert.Equal(3 * 0.95, number, 1e-15));
        Assert.All(vector.Storage, number => Assert.Equal(3, number));
    }

    [Fact]
    public void StepsDone_CountsThem()
    {
        Parameter<double> parameter = new("p", Matrix<double>.Build.Dense(1, 2));
        AdamW<double> optimiser = new([parameter]);
        for (int step = 0; step < 3; step++) optimiser.Step(new([parameter]), 0.1);
        Assert.Equal(3, optimiser.StepsDone);
    }

    [Fact]
    public void AdamW_OutOfRange_IsRefused()
    {
        Parameter<double>[] own = [new("own", Matrix<double>.Build.Dense(1, 2))], other = [new("other", Matrix<double>.Build.Dense(1, 2))];
        BadInput.Refused("weightDecay", "from 0: it is -1", () => new AdamW<double>(own, weightDecay: -1));
        BadInput.Refused("beta1", "from 0 to below 1: it is 1", () => new AdamW<double>(own, beta1: 1));
        BadInput.Refused("beta2", "from 0 to below 1: it is NaN", () => new AdamW<double>(own, beta2: double.NaN));
        BadInput.Refused("epsilon", "above 0: it is 0", () => new AdamW<double>(own, epsilon: 0));
        BadInput.Refused("learningRate", "from 0: it is -0.5", () => Step(new(own), -0.5));
        BadInput.Refused("parameter", "'own'", () => Step(new(other), 0.5));

        object? Step(ParameterGradients<double> gradients, double rate)
        {
            new AdamW<double>(own).Step(gradients, rate);
            return null;
        }
    }

    private static void Matches<T>(int length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        const double Rate = 0.01, Decay = 0.1;
        Parameter<T> parameter = new("p", Samples.DrawMatrix<T>(1, length, seed: length));
        double[] x = parameter.Storage.ToDouble(), m = new double[length], v = new double[length];
        AdamW<T> optimiser = new([parameter], Decay);
        bool decays = !parameter.IsVector;
        for (int step = 1; step <= 3; step++)
        {
            ParameterGradients<T> gradients = new([parameter]);
            Samples.DrawMatrix<T>(1, length, seed: 100 + step).CopyTo(gradients[parameter]);
            optimiser.Step(gradients, Rate);
            for (int i = 0; i < length; i++)
            {
                double g = double.CreateChecked(gradients[parameter][0, i]);
                m[i] = (0.9 * m[i]) + (0.1 * g);
                v[i] = (0.999 * v[i]) + (0.001 * g * g);
                double first = m[i] / (1 - Math.Pow(0.9, step)), second = v[i] / (1 - Math.Pow(0.999, step));
                x[i] -= Rate * ((first / (Math.Sqrt(second) + 1e-8)) + (decays ? Decay * x[i] : 0));
            }
        }

        Near.Equal(x, parameter.Storage, 1, (24 * RoundingBound.Epsilon<T>(), 0), "θ");
    }
}
