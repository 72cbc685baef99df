using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using AttentionNotebooks.Engine.Tests.Golden;
using AttentionNotebooks.Engine.Tests.Reference;
using AttentionNotebooks.Engine.Tests.Transformers;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Files;

/// <summary>The files that <c>generate_safetensors.py --check</c> loads into PyTorch's layers are those that the engine writes.</summary>
public sealed class EngineStateDictTests
{
    private const int Heads = 2, Size = 8;

    private static readonly int[] Sentence = [1, 4, 2, 0, 6];

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
            Matrix<T> input = Samples.DrawMatrix<T>(Size, 5, seed: 9);
            Dictionary<string, string> made = new() { ["layer"] = "multi-head", ["heads"] = $"{Heads}", ["prefix"] = "layers.0.self_attn." };
            AreCommitted($"engine-multi-head-{precision}", path => SafeTensors.Write(path, layer.ToStateDict(made["prefix"])), made, input, layer.Attend(input));
        }
    }

    [Fact]
    public void Transformer_WrittenForPyTorch_IsTheCommittedFile()
    {
        TransformerConfig encoder = TransformerCase.Config("encoder");
        Check(encoder, new() { ["layer"] = "encoder", ["activation"] = "gelu", ["norm_first"] = "True" });
        Check(encoder with { Layers = 1, NormFirst = false, Activation = ActivationKind.Relu }, new() { ["layer"] = "encoder-layer", ["prefix"] = "layers.0." });

        static void Check(TransformerConfig config, Dictionary<string, string> made)
        {
            made["heads"] = config.Heads.ToString(CultureInfo.InvariantCulture);
            made["inner_size"] = config.FeedForwardSize!.Value.ToString(CultureInfo.InvariantCulture);
            CheckPrecision<float>(config, made, "float32");
            CheckPrecision<double>(config, made, "float64");
        }

        static void CheckPrecision<T>(TransformerConfig config, Dictionary<string, string> made, string precision)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            Transformer<T> model = TransformerCase.Model<T>(config);
            Matrix<T> words = model.Parameters[0].Values, places = model.Parameters[1].Values;
            Matrix<T> input = Matrix<T>.Build.DenseOfColumnVectors(Sentence.Select((word, place) => words.Row(word) + places.Row(place)));
            AreCommitted($"engine-{made["layer"]}-{precision}", path => model.Save(path), made, input, model.Run(Sentence).Output);
        }
    }

    private static void AreCommitted<T>(string name, Action<string> write, Dictionary<string, string> made, Matrix<T> input, Matrix<T> output)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (IsToWrite)
        {
            write(PathOf($"{name}.safetensors"));
            SafeTensors.Write(PathOf($"{name}-run.safetensors"), [SafeTensor.Of("input", input.Transpose()), SafeTensor.Of("output", output.Transpose())], made);
            return;
        }

        string path = Path.GetTempFileName();
        write(path);
        Assert.Equal(GoldenFile.Bytes($"{name}.safetensors"), File.ReadAllBytes(path));
        File.Delete(path);
        GoldenStateDict golden = new(name);
        Bits.Same<T>(golden.Columns<T>("input").AsColumnMajorArray(), input.AsColumnMajorArray(), $"the input of {name}");
        golden.CheckOutput<T>((_, _) => output);
    }

    private static string PathOf(string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "Golden", "StateDicts", file);
}
