using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

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

    internal Matrix<T> Rotate(Matrix<T> vectors) => Rotary is null ? vectors : Rotary.Apply(vectors);

    /// <summary>Adds the biases of ALiBi in place; a head has one slope.</summary>
    internal void AddBias(Span<T> scores, int keys)
    {
        if (Alibi is null) return;
        for (int index = 0; index < scores.Length; index++)
            scores[index] += T.CreateChecked(Alibi.Bias(0, key: index % keys, query: index / keys));
    }

    /// <summary>Sets what the mask forbids to −∞ in place.</summary>
    internal static void Mask(Span<T> scores, int keys, AttentionMask mask)
    {
        for (int index = 0; index < scores.Length; index++)
        {
            if (!mask.Allows(key: index % keys, query: index / keys)) scores[index] = T.NegativeInfinity;
        }
    }
}
