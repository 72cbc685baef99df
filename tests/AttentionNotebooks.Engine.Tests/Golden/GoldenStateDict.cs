using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Golden;

/// <summary>A state dict as <c>generate_safetensors.py</c> or the engine wrote it, and a run of its layer.</summary>
internal sealed class GoldenStateDict(string name)
{
    public SafeTensorFile State { get; } = SafeTensors.Read(GoldenFile.Bytes($"{name}.safetensors"));

    private SafeTensorFile Run { get; } = SafeTensors.Read(GoldenFile.Bytes($"{name}-run.safetensors"));

    public int Heads => int.Parse(Run.Metadata["heads"], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What a state dict does not tell of its encoder; what is not there is as PyTorch sets it.</summary>
    public EncoderSettings Settings => new()
    {
        Heads = Heads,
        NormFirst = Run.Metadata.GetValueOrDefault("norm_first") == "True",
        Activation = Run.Metadata.GetValueOrDefault("activation") == "gelu" ? ActivationKind.Gelu : ActivationKind.Relu,
    };

    /// <summary>[tokens, features] → a column a token.</summary>
    public Matrix<T> Columns<T>(string tensor)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => Run.Get(tensor).ToMatrix<T>().Transpose();

    public void CheckOutput<T>(Func<Matrix<T>, Matrix<T>?, Matrix<T>> run)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Matrix<T>? source = Run.TryGet("source", out _) ? Columns<T>("source") : null;
        Matrix<double> expected = Columns<double>("output");
        Matrix<T> actual = run(Columns<T>("input"), source);
        double tolerance = typeof(T) == typeof(float) ? 1e-6 : 1e-12;
        Assert.Equal(Shape.Of(expected), Shape.Of(actual));
        Near.Equal(expected.AsColumnMajorArray(), actual.AsColumnMajorArray(), expected.RowCount, (tolerance, tolerance), $"the output of {name}");
    }
}
