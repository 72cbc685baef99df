using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Golden;

/// <summary>Some steps of AdamW on a matrix and a vector, as <c>training.json</c> holds them.</summary>
internal sealed record GoldenTraining(
    string Precision, string Name, double WeightDecay, double Beta1, double Beta2, double? ClipNorm, double[][] Weight, double[] Bias, GoldenTraining.Step[] Steps)
{
    public void Check<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Parameter<T>[] parameters = [new("weight", GoldenFile.Rows<T>(Weight)), new("bias", Vector<T>(Bias))];
        AdamW<T> optimiser = new(parameters, WeightDecay, Beta1, Beta2);
        for (int index = 0; index < Steps.Length; index++)
        {
            Step step = Steps[index];
            ParameterGradients<T> gradients = new(parameters);
            GoldenFile.Rows<T>(step.WeightGradient).CopyTo(gradients[parameters[0]]);
            Vector<T>(step.BiasGradient).CopyTo(gradients[parameters[1]]);
            double norm = GradientClipping.Norm(parameters, gradients);
            if (ClipNorm is { } greatest) GradientClipping.Clip(parameters, gradients, norm, greatest);
            optimiser.Step(gradients, step.Rate);

            // A dozen roundings a step on either side, of numbers of about 1.
            double tolerance = 24 * (index + 1) * RoundingBound.Epsilon<T>();
            Assert.Equal(step.Norm, norm, 4 * step.Norm * RoundingBound.Epsilon<T>());
            Near.Equal(GoldenFile.Rows<double>(step.WeightAfter), parameters[0].Values, tolerance, $"weight after step {index + 1}");
            Near.Equal(Vector<double>(step.BiasAfter), parameters[1].Values, tolerance, $"bias after step {index + 1}");
        }
    }

    private static Matrix<T> Vector<T>(double[] numbers)
        where T : unmanaged, IFloatingPointIeee754<T> => GoldenFile.Rows<T>([numbers]).Transpose();

    internal sealed record Step(
        double Rate, double[][] WeightGradient, double[] BiasGradient, double Norm, double[][] WeightAfter, double[] BiasAfter);
}
