using System.Numerics;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>The heads of an <see cref="AttentionLayer{T}"/> forwards and backwards: O = V·softmax(KᵀQ/√q), sentence by sentence and head by head.</summary>
/// <remarks>
/// Q, K and V come stacked in columns. Each head gets columns of its own, turned by its positions, and writes its O into the stack where W^o takes it from.
/// The backward pass computes the weights a second time from one number a query (<see cref="FusedAttention.RunBackward"/>). Heads that share K and V go one after
/// another, since their gradients add up. Turning is orthogonal, so gradients are turned back by the same angles.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class HeadsPass<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly HeadsRule<T> rule;
    private readonly SentenceSpan[] sentences;
    private readonly SentenceSpan[] sources;
    private readonly ArrayLoan<T> loan;
    private readonly RotaryAngles<T>? angles;
    private readonly HeadBlocks<T> queries;
    private readonly HeadBlocks<T> keys;
    private readonly HeadBlocks<T> values;
    private readonly HeadBlocks<T> logSums;

    /// <summary>Takes the heads apart.</summary>
    /// <param name="rule">How they attend.</param>
    /// <param name="tokens">Columns that hold Q, from their first row on.</param>
    /// <param name="sentences">Which of these are a sentence.</param>
    /// <param name="source">Columns that hold K and V below their Q.</param>
    /// <param name="sources">Which of these belong to each sentence.</param>
    /// <param name="loan">Lends the memory of forward and backward pass.</param>
    internal HeadsPass(HeadsRule<T> rule, Columns<T> tokens, SentenceSpan[] sentences, Columns<T> source, SentenceSpan[] sources, ArrayLoan<T> loan)
    {
        this.rule = rule;
        this.sentences = sentences;
        this.sources = sources;
        this.loan = loan;
        Output = Columns<T>.Rent(loan, Sizes.ModelSize, tokens.Count);
        queries = HeadBlocks<T>.Rent(loan, Sizes.Heads, Sizes.HeadSize, tokens.Count).TakenFrom(tokens, 0);
        keys = HeadBlocks<T>.Rent(loan, Sizes.KeyValueHeads, Sizes.HeadSize, source.Count).TakenFrom(source, Sizes.KeyRow);
        values = HeadBlocks<T>.Rent(loan, Sizes.KeyValueHeads, Sizes.HeadSize, source.Count).TakenFrom(source, Sizes.ValueRow);
        logSums = HeadBlocks<T>.Rent(loan, Sizes.Heads, 1, tokens.Count);
        angles = rule.Angles(sentences.Concat(sources).Max(sentence => sentence.Count));
    }

    /// <summary>The outputs of the heads, one below the other, r×n.</summary>
    internal Columns<T> Output { get; }

    private AttentionSizes Sizes => rule.Sizes;

    /// <summary>Fills the output.</summary>
    internal void Forward(HeadProbe<T>? probe)
    {
        Turn(queries, keys, angles);
        for (int head = 0; head < Sizes.Heads; head++)
        {
            for (int sentence = 0; sentence < sentences.Length; sentence++)
            {
                HeadSpans<T> spans = Spans(head, sentence, probe);
                FusedAttention.Run(spans, rule[head], 0..spans.QueryCount);
                probe?.Change(head, spans);
            }
        }
    }

    /// <summary>From dO of the stacked heads to dQ, dK and dV, stacked where Q, K and V were.</summary>
    /// <param name="outputGradient">dO.</param>
    /// <param name="gradient">Columns of tokens first and of the source last; these are the same in self-attention. Written.</param>
    internal void Backward(Columns<T> outputGradient, Columns<T> gradient)
    {
        HeadBlocks<T> given = HeadBlocks<T>.Rent(loan, Sizes.Heads, Sizes.HeadSize, queries.Tokens).TakenFrom(outputGradient, 0);
        HeadBlocks<T> dQ = HeadBlocks<T>.Rent(loan, Sizes.Heads, Sizes.HeadSize, queries.Tokens), dK = keys.Zeros(loan), dV = values.Zeros(loan);
        for (int head = 0; head < Sizes.Heads; head++)
        {
            for (int sentence = 0; sentence < sentences.Length; sentence++)
            {
                GradientSpans<T> spans = new()
                {
                    Output = given.Of(head, sentences[sentence]),
                    Queries = dQ.Of(head, sentences[sentence]),
                    Keys = dK.Of(head / Sizes.HeadsPerKey, sources[sentence]),
                    Values = dV.Of(head / Sizes.HeadsPerKey, sources[sentence]),
                };
                FusedAttention.RunBackward(Spans(head, sentence), rule[head], spans);
            }
        }

        Turn(dQ, dK, angles?.Back());
        if (gradient.Count > queries.Tokens) gradient.AsSpan().Clear();
        Columns<T> source = gradient.Part(gradient.Count - keys.Tokens, keys.Tokens);
        dQ.CopyTo(gradient.Part(0, queries.Tokens), 0);
        dK.CopyTo(source, Sizes.KeyRow);
        dV.CopyTo(source, Sizes.ValueRow);
    }

    private void Turn(HeadBlocks<T> ofQueries, HeadBlocks<T> ofKeys, RotaryAngles<T>? by)
    {
        if (by is null) return;
        ofQueries.Turn(rule.Rotary!, by, sentences);
        ofKeys.Turn(rule.Rotary!, by, sources);
    }

    private HeadSpans<T> Spans(int head, int sentence, HeadProbe<T>? probe = null) => new()
    {
        Queries = queries.Of(head, sentences[sentence]),
        Keys = keys.Of(head / Sizes.HeadsPerKey, sources[sentence]),
        Values = values.Of(head / Sizes.HeadsPerKey, sources[sentence]),
        Output = Output.AsSpan()[((sentences[sentence].First * Output.Size) + (head * Sizes.HeadSize))..],
        OutputStep = Output.Size,
        QuerySize = Sizes.HeadSize,
        ValueSize = Sizes.HeadSize,
        Weights = probe is null ? default : probe.WeightsOf(sentence, head),
        LogSums = logSums.Of(head, sentences[sentence]),
    };
}
