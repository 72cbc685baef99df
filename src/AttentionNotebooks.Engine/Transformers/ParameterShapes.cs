namespace AttentionNotebooks;

/// <summary>The names and PyTorch's shapes of a model's parameters, known without making the model: what a file claims is compared with them first.</summary>
internal static class ParameterShapes
{
    /// <summary>Those of a <see cref="Transformer{T}"/>, in the order of its parameters. A vector has one size.</summary>
    internal static IEnumerable<(string Name, long[] Shape)> Of(TransformerConfig config)
    {
        yield return ("embedding.weight", [config.VocabularySize, config.ModelSize]);
        if (config.Positions == PositionKind.Learned) yield return ("positions.weight", [config.MaxTokens, config.ModelSize]);
        foreach ((string, long[]) parameter in OfBlocks(config, hasNorm: config.NormFirst)) yield return parameter;
        yield return ("head.weight", [config.VocabularySize, config.ModelSize]);
    }

    /// <summary>Those of its blocks and, where there is one, of the norm behind the last.</summary>
    internal static IEnumerable<(string Name, long[] Shape)> OfBlocks(TransformerConfig config, bool hasNorm)
    {
        for (int layer = 0; layer < config.Layers; layer++)
        {
            foreach ((string name, long[] shape) in OfBlock(config)) yield return ($"layers.{layer}.{name}", shape);
        }

        foreach ((string, long[]) parameter in hasNorm ? Norm("norm", config) : []) yield return parameter;
    }

    private static IEnumerable<(string Name, long[] Shape)> OfBlock(TransformerConfig config)
    {
        long hidden = config.FeedForwardSize ?? 4L * config.ModelSize;
        bool isGated = config.Activation == ActivationKind.SwiGlu;
        return
        [
            .. Attention("self_attn", config),
            .. config.CrossAttends ? Attention("multihead_attn", config) : [],
            .. Linear("linear1", hidden, config.ModelSize, config.HasBiases),
            .. isGated ? Linear("linear_gate", hidden, config.ModelSize, config.HasBiases) : [],
            .. Linear("linear2", config.ModelSize, hidden, config.HasBiases),
            .. Norm("norm1", config),
            .. Norm("norm2", config),
            .. config.CrossAttends ? Norm("norm3", config) : [],
        ];
    }

    private static IEnumerable<(string Name, long[] Shape)> Attention(string name, TransformerConfig config)
    {
        int rows = new AttentionSizes(config.ModelSize, config.Heads, config.KeyValueHeads ?? config.Heads).ProjectedRows;
        yield return ($"{name}.in_proj_weight", [rows, config.ModelSize]);
        if (config.HasBiases) yield return ($"{name}.in_proj_bias", [rows]);
        foreach ((string, long[]) parameter in Linear($"{name}.out_proj", config.ModelSize, config.ModelSize, config.HasBiases)) yield return parameter;
    }

    private static IEnumerable<(string Name, long[] Shape)> Linear(string name, long rows, long columns, bool hasBias)
    {
        yield return ($"{name}.weight", [rows, columns]);
        if (hasBias) yield return ($"{name}.bias", [rows]);
    }

    private static IEnumerable<(string Name, long[] Shape)> Norm(string name, TransformerConfig config)
    {
        yield return ($"{name}.weight", [config.ModelSize]);
        if (config.HasBiases && config.Norm == NormKind.LayerNorm) yield return ($"{name}.bias", [config.ModelSize]);
    }
}
