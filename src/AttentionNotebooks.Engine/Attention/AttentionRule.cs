using System.Numerics;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>All that happens between Q, K and A′, and that is not learned with the heads' weights.</summary>
internal sealed record AttentionRule<T>(Score<T> Score, Normalisation Normalisation, RotaryPositions? Rotary, Alibi? Alibi)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal static AttentionRule<T> Default { get; } = new(AttentionNotebooks.Score.ScaledDotProduct<T>(), Normalisation.Softmax(), null, null);

    /// <summary>Throws, with the name of the argument to blame, where queries and keys of these sizes do not fit the score or the positions.</summary>
    internal void CheckSizes(int querySize, int keySize, string name)
    {
        Score.CheckSizes(querySize, keySize, name);
        if (Rotary is null) return;
        RotaryPositions.CheckEven(querySize, name);
        RotaryPositions.CheckEven(keySize, name);
    }

    /// <summary>This rule as the fused kernel takes it; null: only the plain way computes it.</summary>
    internal ScoreRule<T>? Fused(int querySize, IKeyMask? mask)
    {
        if (Score is not DotProductScore<T> product || Normalisation is not SoftmaxNormalisation softmax) return null;
        T slope = Alibi is null ? T.Zero : T.CreateChecked(Alibi.Slopes[0]);
        ScoreRule<T> rule = new(product.Divisor(querySize), softmax.TemperatureOf<T>(), slope, mask);
        return rule.IsSafe ? rule : null;
    }

    /// <summary>Adds the biases of ALiBi in place to the scores of one query; a head has one slope.</summary>
    internal void AddBias(Span<T> scores, int query)
    {
        for (int key = 0; Alibi is not null && key < scores.Length; key++)
            scores[key] += T.CreateChecked(Alibi.Bias(0, key, query));
    }
}
