using AttentionNotebooks.Engine.Tests.Reference;

namespace AttentionNotebooks.Engine.Tests.TrainedModels;

public sealed class TrainedModelFileTests : IDisposable
{
    private static readonly TrainedModel Model = Tiny.Begun;

    private readonly string path = Path.Combine(Path.GetTempPath(), $"model-{Guid.NewGuid():N}.safetensors");

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Model_SavedAndLoaded_IsTheSame()
    {
        Model.Save(path);
        TrainedModel loaded = TrainedModel.Load(path);
        Bits.Same([.. Model.Transformer.Parameters.Select(parameter => parameter.Values)], [.. loaded.Transformer.Parameters.Select(parameter => parameter.Values)], "parameters");
        Assert.Equal(Model.Transformer.Config, loaded.Transformer.Config);
        Assert.Equal(Model.Vocabulary.Words, loaded.Vocabulary.Words);
        Assert.Equal(Model.Seed, loaded.Seed);
        Assert.Equal(Model.History.Points, loaded.History.Points);
        Assert.Equal(Model.Figures.Relations, loaded.Figures.Relations);
        Assert.Equal(Model.Figures.Heads.SelectMany(head => head.Relations), loaded.Figures.Heads.SelectMany(head => head.Relations));
    }

    [Fact]
    public void Vectors_InTheFile_HaveOneDimension_AsInPyTorch()
    {
        Model.Save(path);
        SafeTensorFile file = SafeTensors.Read(path);
        Assert.Equal([32], file.Get("layers.0.norm1.weight").Shape);
        Assert.Equal([96, 32], file.Get("layers.1.self_attn.in_proj_weight").Shape);
    }

    [Fact]
    public void Untrained_WithoutASeed_IsTheModelThatTrainingBeganWith() => Bits.Same(
        [.. Transformer.Create<float>(Tiny.Recipe.Config, Tiny.Recipe.Options.Seed).Parameters.Select(parameter => parameter.Values)],
        [.. Model.Untrained().Transformer.Parameters.Select(parameter => parameter.Values)],
        "parameters");

    [Fact]
    public void Untrained_WithASeed_IsAnother() =>
        Assert.NotEqual(Model.Untrained().Transformer.Parameters[0].Values[0, 0], Model.Untrained(seed: 9).Transformer.Parameters[0].Values[0, 0]);

    [Theory]
    [InlineData("config", null, "its metadata has no 'config'")]
    [InlineData("config", "null", "its 'config' is null")]
    [InlineData("config", "{", "is no file of a trained model")]
    [InlineData("config", """{"VocabularySize":2000000000,"ModelSize":1,"Layers":1,"Heads":1}""", "parameters must hold")]
    [InlineData("vocabulary", """["_"]""", "vocabulary must hold")]
    [InlineData("seed", "\"one\"", "is no file of a trained model")]
    [InlineData("relations", "[]", "relations must hold at least one relation")]
    [InlineData("heads", """[{"Layer":-1,"Head":0,"Relation":"rhyme","Share":0,"UntrainedShare":0,"AccuracyLoss":0}]""", "layer must be at least 0")]
    public void File_WithBrokenMetadata_IsRefused(string name, string? value, string essence)
    {
        Model.Save(path);
        SafeTensorFile file = SafeTensors.Read(path);
        Dictionary<string, string> metadata = new(file.Metadata);
        if (value is null) metadata.Remove(name);
        else metadata[name] = value;
        SafeTensors.Write(path, file.Tensors, metadata);
        IsRefused(essence);
    }

    [Fact]
    public void File_WithNaN_IsRefused()
    {
        Model.Save(path);
        SafeTensorFile file = SafeTensors.Read(path);
        SafeTensor broken = SafeTensor.Of("norm.bias", MathNet.Numerics.LinearAlgebra.Vector<float>.Build.Dense(32, float.NaN));
        SafeTensors.Write(path, file.Tensors.Where(tensor => tensor.Name != "norm.bias").Append(broken), file.Metadata);
        IsRefused("norm.bias holds NaN");
    }

    [Fact]
    public void File_OfAnotherKind_IsRefused()
    {
        SafeTensors.Write(path, []);
        IsRefused("its metadata has no 'config'");
    }

    private void IsRefused(string essence)
    {
        InvalidDataException thrown = Assert.Throws<InvalidDataException>(() => TrainedModel.Load(path));
        Assert.Contains(path, thrown.Message, StringComparison.Ordinal);
        Assert.Contains(essence, thrown.Message, StringComparison.Ordinal);
    }
}
