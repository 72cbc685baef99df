using System.Numerics;
using System.Runtime.CompilerServices;
using AttentionNotebooks.Engine.Tests.Golden;
using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Files;

/// <summary>The files that <c>generate_safetensors.py --check</c> loads into PyTorch's layers are those that the engine writes.</summary>
public sealed class EngineStateDictTests
{
    private const int Heads = 2, Size = 8;

    private static readonly bool IsToWrite = Environment.GetEnvironmentVariable("ATTENTION_NOTEBOOKS_WRITE_GOLDEN") == "1";

    [Fact]
    public void MultiHead_WrittenForPyTorch_IsTheCommittedFile()
    {
        Check<float>("float32");
        Check<double>("float64");

        static void Check<T>(string precision)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            MultiHeadAttention<T> layer = MultiHeadAttention.Random<T>(Size, Heads, seed: 1)
                .With(new ProjectionBiases<T> { Query = Samples.DrawVector<T>(Size, seed: 2), Value = Samples.DrawVector<T>(Size, seed: 3) })
                .WithOutputBias(Samples.DrawVector<T>(Size, seed: 4));
            Dictionary<string, string> made = new() { ["layer"] = "multi-head", ["heads"] = $"{Heads}", ["prefix"] = "layers.0.self_attn." };
            AreCommitted<T>($"engine-multi-head-{precision}", layer.ToStateDict(made["prefix"]), made, input => layer.Attend(input));
        }
    }

    private static void AreCommitted<T>(string name, IReadOnlyList<SafeTensor> state, Dictionary<string, string> made, Func<Matrix<T>, Matrix<T>> run)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using MemoryStream stream = new();
        SafeTensors.WriteTo(stream, state, new Dictionary<string, string> { ["format"] = "pt" });
        if (IsToWrite)
        {
            Matrix<T> input = Samples.DrawMatrix<T>(Size, 5, seed: 9);
            File.WriteAllBytes(PathOf($"{name}.safetensors"), stream.ToArray());
            SafeTensors.Write(PathOf($"{name}-run.safetensors"), [SafeTensor.Of("input", input.Transpose()), SafeTensor.Of("output", run(input).Transpose())], made);
            return;
        }

        Assert.Equal(GoldenFile.Bytes($"{name}.safetensors"), stream.ToArray());
        new GoldenStateDict(name).CheckOutput<T>((input, _) => run(input));
    }

    private static string PathOf(string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "Golden", "StateDicts", file);
}
