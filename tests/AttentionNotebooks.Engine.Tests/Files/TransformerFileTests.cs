using AttentionNotebooks.Engine.Tests.Reference;
using AttentionNotebooks.Engine.Tests.Transformers;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Files;

public sealed class TransformerFileTests : IDisposable
{
    private const string Config = """{"vocabulary_size":3,"model_size":4,"layers":1,"heads":2,"positions":"none"}""";

    private readonly string path = Path.GetTempFileName();

    public static TheoryData<string> Names => TransformerCase.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Model_SavedAndLoaded_IsTheSameBitForBit(string name)
    {
        Check<float>();
        Check<double>();

        void Check<T>()
            where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
        {
            Transformer<T> model = TransformerCase.Model<T>(name);
            model.Save(path);

            Transformer<T> again = Transformer.Load<T>(path);

            Assert.Equal(model.Config, again.Config);
            Assert.Equal(model.Parameters.Select(parameter => parameter.Name), again.Parameters.Select(parameter => parameter.Name));
            Bits.Same([.. model.Parameters.Select(parameter => parameter.Values)], [.. again.Parameters.Select(parameter => parameter.Values)], "parameters");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Shapes_KnownBeforehand_AreThoseOfTheModel(string name)
    {
        Transformer<double> model = TransformerCase.Model<double>(name);

        Assert.Equal(
            model.Parameters.Select(parameter => (parameter.Name, (long)parameter.Values.RowCount, (long)parameter.Values.ColumnCount)),
            ParameterShapes.Of(model.Config).Select(shape => (shape.Name, shape.Shape[0], shape.Shape.Length == 1 ? 1 : shape.Shape[1])));
    }

    [Fact]
    public void Shapes_OfOneFeature_TellMatricesFromVectors()
    {
        TransformerConfig config = TransformerCase.Config("encoder") with { FeedForwardSize = 1 };
        Transformer.Create<double>(config, seed: 1).Save(path);

        Assert.Equal([8, 1], SafeTensors.Read(path).Get("layers.0.linear2.weight").Shape);
        Assert.Equal(config, Transformer.Load<double>(path).Config);
    }

    [Fact]
    public void Model_OfTheOtherPrecision_IsConverted()
    {
        TransformerCase.Model<float>("encoder").Save(path);

        Matrix<double> loaded = Transformer.Load<double>(path).Parameters[0].Values;

        Assert.Equal(TransformerCase.Model<float>("encoder").Parameters[0].Values.ToDouble(), loaded);
    }

    [Fact]
    public void Metadata_OfTheCaller_GoesWithIt()
    {
        TransformerCase.Model<float>("encoder").Save(path, new Dictionary<string, string> { ["vocabulary"] = "the\ncat" });

        SafeTensorFile file = SafeTensors.Read(path);

        Assert.Equal("the\ncat", file.Metadata["vocabulary"]);
        Assert.Equal(2, Transformer.Load<float>(file).Config.Layers);
        Assert.Contains("\"norm_first\":true", file.Metadata["transformer"], StringComparison.Ordinal);
    }

    [Fact]
    public void Metadata_InThePlaceOfTheShape_IsRefused() => BadInput.Refused("metadata", "must not hold 'transformer'", () =>
    {
        TransformerCase.Model<float>("encoder").Save(path, new Dictionary<string, string> { ["transformer"] = "" });
        return null;
    });

    [Theory]
    [InlineData("", "must be one that there is: The input does not contain any JSON tokens")]
    [InlineData("null", "It is null")]
    [InlineData("[]", "could not be converted")]
    [InlineData("""{"vocabulary_size":3}""", "missing required properties")]
    [InlineData("""{"vocabulary_size":3,"model_size":4,"layers":1,"heads":2,"other":1}""", "'other' could not be mapped")]
    [InlineData("""{"vocabulary_size":3,"model_size":4,"layers":1,"heads":2,"heads":2}""", "Duplicate property 'heads'")]
    [InlineData("""{"vocabulary_size":3,"model_size":4,"layers":1,"heads":2,"positions":"everywhere"}""", "$.positions")]
    [InlineData("""{"vocabulary_size":3,"model_size":4,"layers":1,"heads":2,"positions":7}""", "$.positions")]
    [InlineData("""{"vocabulary_size":3,"model_size":4,"layers":1,"heads":3}""", "config.Heads must divide config.ModelSize: config.Heads is 3, config.ModelSize is 4")]
    [InlineData("""{"vocabulary_size":2147483647,"model_size":1073741824,"layers":1,"heads":1}""", "must give matrices of at most")]
    public void Shape_ThatNoModelHas_IsRefused(string config, string essence) => Refused(essence, [], config);

    [Fact]
    public void Shape_Missing_IsRefused() => Assert.Contains(
        "must tell the shape of the model in its metadata, under 'transformer': it does not",
        Assert.Throws<InvalidDataException>(() => Transformer.Load<float>(StateDicts.FileOf([]))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("\"vocabulary_size\":3", "\"vocabulary_size\":500000000", "'embedding.weight' must be [500000000, 4]: it is [3, 4]")]
    [InlineData("\"layers\":1", "\"layers\":2147483647", "The file has no tensor 'layers.1.self_attn.in_proj_weight'")]
    [InlineData("\"model_size\":4", "\"model_size\":20000", "'embedding.weight' must be [3, 20000]: it is [3, 4]")]
    [InlineData("\"positions\":\"none\"", "\"max_tokens\":500000000", "The file has no tensor 'positions.weight'")]
    [InlineData("\"positions\":\"none\"", "\"positions\":\"none\",\"feed_forward_size\":500000000", "'layers.0.linear1.weight' must be [500000000, 4]: it is [16, 4]")]
    [InlineData("\"positions\":\"none\"", "\"positions\":\"none\",\"norm_first\":false", "nothing else: it holds 'norm.bias', 'norm.weight'")]
    public void Shape_OtherThanTheTensors_IsRefusedInLittleMemory(string what, string by, string essence)
    {
        SafeTensor[] tensors = Saved();
        long before = GC.GetAllocatedBytesForCurrentThread();

        Refused(essence, tensors, Config.Replace(what, by, StringComparison.Ordinal));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
    }

    public void Dispose() => File.Delete(path);

    private static void Refused(string essence, SafeTensor[] tensors, string config)
    {
        SafeTensorFile file = StateDicts.FileOf(tensors, new Dictionary<string, string> { ["transformer"] = config });
        InvalidDataException refusal = Assert.Throws<InvalidDataException>(() => Transformer.Load<float>(file));
        Assert.Contains(essence, refusal.Message, StringComparison.Ordinal);
    }

    private SafeTensor[] Saved()
    {
        Transformer.Create<float>(new TransformerConfig { VocabularySize = 3, ModelSize = 4, Layers = 1, Heads = 2, Positions = PositionKind.None }, seed: 1).Save(path);
        return [.. SafeTensors.Read(path).Tensors];
    }
}
