using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Transformers;

public sealed class TransformerGradientTests
{
    public static TheoryData<string> Models => TransformerCase.Names;

    [Theory]
    [MemberData(nameof(Models))]
    public void Loss_OfSlightlyChangedParameters_ChangesByTheGradients(string name)
    {
        Transformer<double> model = TransformerCase.Model<double>(name);
        Matrix<double>[]? sources = TransformerCase.Sources<double>(name);
        ParameterGradients<double> gradients = new(model.Parameters);
        double scale = 1.0 / TransformerCase.Examples.Sum(example => example.TargetCount);
        double loss = model.AddGradients(TransformerCase.Examples, sources, scale, gradients);
        Assert.Equal(Loss(), loss, 1e-12);
        foreach (Parameter<double> parameter in model.Parameters) FiniteDifferences.Agree(gradients[parameter], parameter.Values, Loss, parameter.Name);

        double Loss() => model.Evaluate(TransformerCase.Examples, sources: sources).Loss;
    }
}
