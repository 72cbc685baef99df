using System.Numerics;

namespace AttentionNotebooks.Kernels;

/// <summary>How the dot products of one head become weights: softmax over the keys of (kᵀq / divisor − slope·|key − query|) / temperature, where the mask allows.</summary>
/// <param name="Divisor">√q where the score is scaled, 1 where it is not.</param>
/// <param name="Temperature">τ of softmax.</param>
/// <param name="Slope">m of ALiBi; 0: no biases.</param>
/// <param name="Mask">Which query sees which key; null: each sees all.</param>
/// <remarks>
/// A block of scores holds products as they are, kᵀq: a weight is 2^(Scale · (product − greatest)) over the sum of all, and biases are scaled up instead.
/// </remarks>
internal readonly record struct ScoreRule<T>(T Divisor, T Temperature, T Slope, IKeyMask? Mask)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Below any product that the fused kernel takes, and finite also when it is scaled.</summary>
    internal static T Least => -T.CreateChecked(1L << 62);

    /// <summary>log₂e / (divisor · temperature).</summary>
    internal T Scale => T.CreateChecked(1.4426950408889634) / (Divisor * Temperature);

    /// <summary>What a product loses for each token between key and query.</summary>
    internal T ProductSlope => Slope * Divisor;

    /// <summary>Whether the fused kernel can scale every product that it takes without over- or underflow.</summary>
    internal bool IsSafe => Scale <= -Least && Scale >= T.One / -Least && T.IsFinite(ProductSlope);
}
