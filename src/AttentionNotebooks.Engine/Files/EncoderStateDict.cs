using System.Numerics;

namespace AttentionNotebooks;

/// <summary>The state dict of PyTorch's <c>nn.TransformerEncoder</c>, or of a single <c>nn.TransformerEncoderLayer</c>.</summary>
internal static class EncoderStateDict
{
    private const string FirstLayer = "layers.0.", InputWeights = "self_attn.in_proj_weight", InputBias = "self_attn.in_proj_bias", HiddenWeights = "linear1.weight";

    internal static TransformerEncoder<T> Read<T>(SafeTensorFile file, EncoderSettings settings, string prefix)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        CheckSettings(settings);
        StateDict<T> state = new(file, prefix);
        bool isStack = state.Has(FirstLayer + InputWeights), hasNorm = isStack && state.Has("norm.weight");
        string first = isStack ? FirstLayer : "";
        TransformerConfig config = new()
        {
            VocabularySize = 1,
            Layers = isStack ? CountLayers(state) : 1,
            ModelSize = state.ShapeOf(first + InputWeights).Columns,
            Heads = settings.Heads,
            FeedForwardSize = state.ShapeOf(first + HiddenWeights).Rows,
            IsCausal = settings.IsCausal,
            NormFirst = settings.NormFirst,
            Activation = settings.Activation,
            Positions = PositionKind.None,
            HasBiases = state.Has(first + InputBias),
            NormEpsilon = settings.NormEpsilon,
        };
        if (config.ModelSize % config.Heads != 0)
            throw new InvalidDataException($"The features of a token must be a multiple of the {config.Heads} heads: '{prefix}{first}{InputWeights}' has {config.ModelSize} columns.");
        return new TransformerEncoder<T>(config, hasNorm, TransformerFile.Take(state, ParameterShapes.OfBlocks(config, hasNorm), name => isStack ? name : name[FirstLayer.Length..]));
    }

    private static void CheckSettings(EncoderSettings settings)
    {
        if (settings.Heads < 1) throw Wrong($"settings.Heads must be at least 1: it is {settings.Heads}.");
        if (settings.Activation is not (ActivationKind.Relu or ActivationKind.Gelu))
            throw Wrong($"settings.Activation must be Relu or Gelu, as in nn.TransformerEncoderLayer: it is {settings.Activation}.");
        if (!(settings.NormEpsilon > 0 && double.IsFinite(settings.NormEpsilon)))
            throw Wrong($"settings.NormEpsilon must be a finite number greater than 0: it is {settings.NormEpsilon}.");

        static ArgumentException Wrong(string message) => Check.Wrong("settings", message);
    }

    private static int CountLayers<T>(StateDict<T> state)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = 1;
        while (state.Has($"layers.{count}.{InputWeights}")) count++;
        return count;
    }
}
