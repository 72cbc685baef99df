using System.Numerics;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>How the heads of an <see cref="AttentionLayer{T}"/> attend: what is not learned.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class HeadsRule<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ScoreRule<T>[] rules;

    /// <summary>Scaled dot products, softmax, and what the positions add to them.</summary>
    /// <param name="sizes">The sizes of the heads.</param>
    /// <param name="isCausal">Whether a token sees only those before it and itself.</param>
    /// <param name="positions">Rotary positions and ALiBi change the heads; the others do not.</param>
    internal HeadsRule(AttentionSizes sizes, bool isCausal = false, PositionKind positions = PositionKind.None)
    {
        Sizes = sizes;
        Rotary = positions == PositionKind.Rotary ? new RotaryPositions() : null;
        IKeyMask? mask = isCausal ? new CausalKeys() : null;
        Alibi? alibi = positions == PositionKind.Alibi ? Alibi.ForHeads(sizes.Heads) : null;
        T divisor = T.Sqrt(T.CreateChecked(sizes.HeadSize));
        rules = [.. Enumerable.Range(0, sizes.Heads).Select(head => new ScoreRule<T>(divisor, T.One, T.CreateChecked(alibi?.Slopes[head] ?? 0), mask))];
    }

    /// <summary>The sizes of the heads.</summary>
    internal AttentionSizes Sizes { get; }

    /// <summary>How queries and keys are turned; null: they are not.</summary>
    internal RotaryPositions? Rotary { get; }

    /// <summary>From Q and K to A′ in one head.</summary>
    internal ref readonly ScoreRule<T> this[int head] => ref rules[head];

    /// <summary>The angles of all places in sentences up to such a length; null: nothing is turned.</summary>
    internal RotaryAngles<T>? Angles(int longest) => Rotary is null ? null : new RotaryAngles<T>(Rotary.WavelengthBase, Sizes.HeadSize, 0, longest);
}
