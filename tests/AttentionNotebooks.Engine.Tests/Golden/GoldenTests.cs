namespace AttentionNotebooks.Engine.Tests.Golden;

/// <summary>Independent truth: the same numbers as PyTorch, in both precisions.</summary>
public sealed class GoldenTests
{
    private const string Float = "float32";

    private static readonly GoldenHead[] HeadCases = GoldenFile.Read<GoldenHead>("head.json");

    private static readonly GoldenLayer[] LayerCases =
        [.. GoldenFile.Read<GoldenLayer>("multi-head.json"), .. GoldenFile.Read<GoldenLayer>("grouped-query.json")];

    private static readonly GoldenHead[] HeadGradientCases = GoldenFile.Read<GoldenHead>("head-gradients.json");

    private static readonly GoldenLayer[] LayerGradientCases = GoldenFile.Read<GoldenLayer>("layer-gradients.json");

    public static TheoryData<string, string> HeadGradients => Names(HeadGradientCases.Select(golden => (golden.Precision, golden.Name)));

    public static TheoryData<string, string> LayerGradients => Names(LayerGradientCases.Select(golden => (golden.Precision, golden.Name)));

    public static TheoryData<string, string> Heads => Names(HeadCases.Select(golden => (golden.Precision, golden.Name)));

    public static TheoryData<string, string> Layers => Names(LayerCases.Select(golden => (golden.Precision, golden.Name)));

    [Theory]
    [MemberData(nameof(Heads))]
    public void Head_OfPyTorch_HasTheSameNumbers(string precision, string name)
    {
        GoldenHead golden = HeadCases.Single(golden => (golden.Precision, golden.Name) == (precision, name));
        if (precision == Float) golden.Check<float>();
        else golden.Check<double>();
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void MultiHead_OfPyTorch_HasTheSameNumbers(string precision, string name)
    {
        GoldenLayer golden = LayerCases.Single(golden => (golden.Precision, golden.Name) == (precision, name));
        if (precision == Float) golden.Check<float>();
        else golden.Check<double>();
    }

    [Theory]
    [MemberData(nameof(HeadGradients))]
    public void HeadGradients_OfPyTorch_AreTheSameNumbers(string precision, string name)
    {
        GoldenHead golden = HeadGradientCases.Single(golden => (golden.Precision, golden.Name) == (precision, name));
        if (precision == Float) golden.CheckGradients<float>();
        else golden.CheckGradients<double>();
    }

    [Theory]
    [MemberData(nameof(LayerGradients))]
    public void LayerGradients_OfPyTorch_AreTheSameNumbers(string precision, string name)
    {
        GoldenLayer golden = LayerGradientCases.Single(golden => (golden.Precision, golden.Name) == (precision, name));
        if (precision == Float) golden.CheckGradients<float>();
        else golden.CheckGradients<double>();
    }

    private static TheoryData<string, string> Names(IEnumerable<(string, string)> names) => [.. names];
}
