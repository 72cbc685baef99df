using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Golden;

/// <summary>A state dict as <c>generate_safetensors.py</c> or the engine wrote it, and a run of its layer.</summary>
internal sealed class GoldenStateDict(string name)
{
    public SafeTensorFile State { get; } = SafeTensors.Read(GoldenFile.Bytes($"{name}.safetensors"));

    private SafeTensorFile Run { get; } = SafeTensors.Read(GoldenFile.Bytes($"{name}-run.safetensors"));

    /// <summary>What a state dict does not tell of its layer.</summary>
    public string this[string setting] => Run.Metadata[setting];

    public int Heads => int.Parse(this["heads"], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>[tokens, features] → a column a token.</summary>
    public Matrix<T> Columns<T>(string tensor)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => Run.Get(tensor).ToMatrix<T>().Transpose();

    public void CheckOutput<T>(Func<Matrix<T>, Matrix<T>?, Matrix<T>> run)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Matrix<T>? source = Run.TryGet("source", out _) ? Columns<T>("source") : null;
        Near.Equal(Columns<double>("output"), run(Columns<T>("input"), source), typeof(T) == typeof(float) ? 1e-6 : 1e-12, $"the output of {name}");
    }
}
