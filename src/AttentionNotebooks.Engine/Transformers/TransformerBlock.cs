using System.Numerics;

namespace AttentionNotebooks;

/// <summary>One layer of a <see cref="Transformer{T}"/>: self-attention, cross-attention where there is an encoder to look at, and a feed-forward network.</summary>
/// <remarks>Parameters are named and ordered as in <c>nn.TransformerEncoderLayer</c> and, with cross-attention, <c>nn.TransformerDecoderLayer</c>.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class TransformerBlock<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly AttentionLayer<T> selfAttention;
    private readonly AttentionLayer<T>? crossAttention;
    private readonly Layer<T> feedForward;
    private readonly Residual<T>[] residuals;

    /// <summary>A block with drawn weights.</summary>
    /// <param name="name">What its parameters' names begin with, for example <c>layers.0</c>.</param>
    /// <param name="config">The model.</param>
    /// <param name="initialisation">Draws the weights.</param>
    internal TransformerBlock(string name, TransformerConfig config, Initialisation initialisation)
    {
        AttentionSizes sizes = new(config.ModelSize, config.Heads, config.KeyValueHeads ?? config.Heads);
        selfAttention = new($"{name}.self_attn", new HeadsRule<T>(sizes, config.IsCausal, config.Positions), config.HasBiases, initialisation);
        if (config.CrossAttends) crossAttention = new($"{name}.multihead_attn", new HeadsRule<T>(sizes), config.HasBiases, initialisation);
        feedForward = new FeedForward<T>(name, config.ModelSize, config.FeedForwardSize ?? 4 * config.ModelSize, config.Activation, config.HasBiases, initialisation);
        residuals = [.. Enumerable.Range(1, config.CrossAttends ? 3 : 2).Select(step => new Residual<T>(Norms.Create<T>($"{name}.norm{step}", config), config.NormFirst))];
    }

    /// <summary>What is learned.</summary>
    internal IEnumerable<Parameter<T>> Parameters =>
        [.. selfAttention.Parameters, .. crossAttention?.Parameters ?? [], .. feedForward.Parameters, .. residuals.SelectMany(residual => residual.NormParameters)];

    /// <summary>Adds its steps to a pass.</summary>
    /// <param name="pass">What came before.</param>
    /// <param name="input">The sentences, and what they attend to.</param>
    /// <param name="probe">Looks at the heads of self-attention, or changes them; null: nobody does.</param>
    /// <param name="crossProbe">The same for cross-attention.</param>
    internal void Forward(TransformerPass<T> pass, TransformerInput<T> input, HeadProbe<T>? probe, HeadProbe<T>? crossProbe)
    {
        SentenceSpan[] sentences = input.Tokens.Sentences;
        ArrayLoan<T> loan = pass.Loan;
        pass.Add(residuals[0].Forward(pass.Output, tokens => selfAttention.Forward(tokens, sentences, loan, probe), loan));
        if (crossAttention is not null)
            pass.Add(residuals[1].Forward(pass.Output, tokens => crossAttention.Forward(tokens, sentences, input.Source, input.SourceSentences, loan, crossProbe), loan));
        pass.Add(residuals[^1].Forward(pass.Output, tokens => feedForward.Forward(tokens, loan), loan));
    }
}
