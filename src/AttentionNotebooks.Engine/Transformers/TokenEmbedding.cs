using System.Numerics;
using System.Numerics.Tensors;

namespace AttentionNotebooks;

/// <summary>From words to vectors, with their places added where the positions are of that kind.</summary>
/// <remarks>
/// X = E[word]                   no positions, or such that change the heads
/// X = E[word] + P[place]        learned positions (Radford et al. 2019)
/// X = √r·E[word] + P[place]     sinusoidal positions, whose entries go up to 1 (Vaswani et al. 2017, sections 3.4 and 3.5)
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class TokenEmbedding<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Embedding<T> words;
    private readonly Embedding<T>? places;
    private readonly bool isSinusoidal;

    /// <summary>Drawn embeddings: <c>embedding.weight</c>, and <c>positions.weight</c> where positions are learned.</summary>
    internal TokenEmbedding(TransformerConfig config, Initialisation initialisation)
    {
        words = new Embedding<T>("embedding", config.VocabularySize, config.ModelSize, config.EmbeddingDeviation, initialisation);
        if (config.Positions == PositionKind.Learned) places = new Embedding<T>("positions", config.MaxTokens, config.ModelSize, config.EmbeddingDeviation, initialisation);
        isSinusoidal = config.Positions == PositionKind.Sinusoidal;
        Scale = isSinusoidal ? T.Sqrt(T.CreateChecked(config.ModelSize)) : T.One;
    }

    /// <summary>What is learned.</summary>
    internal IEnumerable<Parameter<T>> Parameters => places is null ? [words.Weight] : [words.Weight, places.Weight];

    private T Scale { get; }

    /// <summary>Looks them up.</summary>
    /// <param name="batch">The words and their places.</param>
    /// <param name="loan">Lends the memory of forward and backward pass.</param>
    /// <returns>A pass with nothing before it: what its backward pass returns is empty.</returns>
    internal LayerPass<T> Forward(TokenBatch batch, ArrayLoan<T> loan)
    {
        Columns<T> output = words.Forward(batch.Tokens, loan);
        if (places is not null) TensorPrimitives.Add<T>(output.AsSpan(), places.Forward(batch.Places, loan).AsSpan(), output.AsSpan());
        if (isSinusoidal) AddSines(output, batch.Sentences);
        return new Pass(this, batch, output, loan);
    }

    private void AddSines(Columns<T> output, SentenceSpan[] sentences)
    {
        T[] sines = SinusoidalPositions.Create<T>(output.Size, sentences.Max(sentence => sentence.Count)).Values.AsColumnMajorArray();
        foreach (SentenceSpan sentence in sentences)
        {
            Span<T> tokens = output.Part(sentence.First, sentence.Count).AsSpan();
            TensorPrimitives.MultiplyAdd(tokens, Scale, sines.AsSpan(0, tokens.Length), tokens);
        }
    }

    private sealed class Pass(TokenEmbedding<T> layer, TokenBatch batch, Columns<T> output, ArrayLoan<T> loan) : LayerPass<T>(output)
    {
        internal override Columns<T> Backward(Columns<T> outputGradient, ParameterGradients<T> gradients)
        {
            layer.places?.Backward(batch.Places, outputGradient, gradients);
            Columns<T> ofWords = layer.isSinusoidal ? outputGradient.Like(loan) : outputGradient;
            if (layer.isSinusoidal) TensorPrimitives.Multiply(outputGradient.AsSpan(), layer.Scale, ofWords.AsSpan());
            layer.words.Backward(batch.Tokens, ofWords, gradients);
            return default;
        }
    }
}
