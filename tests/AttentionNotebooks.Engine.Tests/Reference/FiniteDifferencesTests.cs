using Xunit.Sdk;

namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>The measure is itself measured: it accepts what is right, and nothing that is a millionth beside it.</summary>
public sealed class FiniteDifferencesTests
{
    [Theory]
    [InlineData(0.3)]
    [InlineData(-40)]
    [InlineData(1e-3)]
    public void Gradient_ThatIsRight_IsAccepted(double x)
    {
        double[] values = [x, 2];
        FiniteDifferences.Agree([Math.Cos(x) * 4, 4 * Math.Sin(x)], values, () => Math.Sin(values[0]) * values[1] * values[1], "x");
        Assert.Equal([x, 2], values);
    }

    [Fact]
    public void Gradient_SlightlyBeside_IsRefused()
    {
        double[] values = [0.5];
        double right = Math.Exp(0.5);
        Assert.Throws<FailException>(() => Agree(right * (1 + 2e-6)));
        Assert.Throws<FailException>(() => Agree(double.NaN));
        Agree(right * (1 + 5e-7));

        void Agree(double gradient) => FiniteDifferences.Agree([gradient], values, () => Math.Exp(values[0]), "x");
    }

    [Fact]
    public void Gradient_ThatIsSmallAndBeside_IsRefused()
    {
        double[] values = [0.5];
        Assert.Throws<FailException>(() => FiniteDifferences.Agree([1.01e-5], values, () => 1e-5 * values[0], "x"));
    }
}
