using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Training;

public sealed class GradientClippingTests
{
    private readonly Parameter<double>[] parameters = [new("one", Matrix<double>.Build.Dense(1, 2)), new("other", Matrix<double>.Build.Dense(3, 1))];
    private readonly ParameterGradients<double> gradients;

    public GradientClippingTests()
    {
        gradients = new(parameters);
        gradients[parameters[0]][0, 1] = 3;
        gradients[parameters[1]][2, 0] = -4;
    }

    [Fact]
    public void Norm_IsThatOfAllNumbersTogether() => Assert.Equal(5, GradientClipping.Norm(parameters, gradients));

    [Fact]
    public void Clip_OfAGreatNorm_ScalesAllAlike()
    {
        GradientClipping.Clip(parameters, gradients, norm: 5, greatest: 0.5);
        Assert.Equal(0.3, gradients[parameters[0]][0, 1], 1e-6);
        Assert.Equal(-0.4, gradients[parameters[1]][2, 0], 1e-6);
        Assert.InRange(GradientClipping.Norm(parameters, gradients), 0.4999, 0.5);
    }

    [Fact]
    public void Clip_OfASmallNorm_ChangesNothing()
    {
        GradientClipping.Clip(parameters, gradients, norm: 5, greatest: 5.1);
        Assert.Equal((3, -4), (gradients[parameters[0]][0, 1], gradients[parameters[1]][2, 0]));
    }

    [Fact]
    public void Norm_WhereverTheNumbersLie_HasTheSameBits()
    {
        Parameter<float> parameter = new("long", Matrix<float>.Build.Dense(1009, 1));
        double[] norms = [.. Enumerable.Range(0, 20).Select(_ =>
        {
            ParameterGradients<float> own = new([parameter]);
            Samples.DrawMatrix<float>(1009, 1, seed: 1).CopyTo(own[parameter]);
            return GradientClipping.Norm([parameter], own);
        })];
        Assert.Single(norms.Distinct());
    }
}
