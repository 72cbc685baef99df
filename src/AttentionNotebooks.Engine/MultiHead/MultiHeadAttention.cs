using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Makes multi-head attention.</summary>
public static class MultiHeadAttention
{
    /// <summary>Weights drawn at random (Glorot &amp; Bengio 2010), for <see cref="double"/>.</summary>
    /// <param name="modelSize">r, the number of features of a token, at least 1.</param>
    /// <param name="heads">h, at least 1; divides r unless <paramref name="headSize"/> is given.</param>
    /// <param name="seed">The same seed gives the same weights on every machine.</param>
    /// <param name="headSize">q = v, the size of queries, keys and values; null: r / h.</param>
    /// <param name="keyValueHeads">g, a divisor of h: as many key and value heads, each shared by h / g query heads
    /// (grouped-query attention, Ainslie et al. 2023; 1: multi-query attention, Shazeer 2019); null: h.</param>
    /// <returns>Scaled dot product, softmax, no positions, no biases.</returns>
    /// <exception cref="ArgumentException">h does not divide r, or g does not divide h.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size or count is less than 1.</exception>
    public static MultiHeadAttention<double> Random(int modelSize, int heads, int seed, int? headSize = null, int? keyValueHeads = null) =>
        Random<double>(modelSize, heads, seed, headSize, keyValueHeads);

    /// <inheritdoc cref="Random(int, int, int, int?, int?)"/>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    public static MultiHeadAttention<T> Random<T>(int modelSize, int heads, int seed, int? headSize = null, int? keyValueHeads = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(modelSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(heads, 1);
        if (headSize is < 1) throw new ArgumentOutOfRangeException(nameof(headSize), headSize, "headSize must be at least 1.");
        int groups = keyValueHeads ?? heads;
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1, nameof(keyValueHeads));
        Check.Divides(groups, nameof(keyValueHeads), heads, nameof(heads));
        if (headSize is null) Check.Divides(heads, nameof(heads), modelSize, nameof(modelSize));

        int size = headSize ?? modelSize / heads;
        Initialisation initialisation = new(seed);
        Matrix<T>[] queries = Draw(heads), keys = Draw(groups), values = Draw(groups);
        return FromWeights(queries, keys, values, initialisation.Glorot<T>(modelSize, heads * size));

        Matrix<T>[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => initialisation.Glorot<T>(size, modelSize))];
    }

    /// <summary>Weights of one's own, head by head.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="queryWeights">W^q of each of the h heads, q×r; finite.</param>
    /// <param name="keyWeights">W^k of each of the g key heads, q×r, where g divides h; finite.</param>
    /// <param name="valueWeights">W^v of each of the g value heads, v×r; finite.</param>
    /// <param name="outputWeights">W^o, r×(h·v); finite.</param>
    /// <returns>Scaled dot product, softmax, no positions, no biases.</returns>
    /// <exception cref="ArgumentException">A count or a shape does not fit the others, or a weight is NaN or infinite.</exception>
    public static MultiHeadAttention<T> FromWeights<T>(
        IReadOnlyList<Matrix<T>> queryWeights, IReadOnlyList<Matrix<T>> keyWeights, IReadOnlyList<Matrix<T>> valueWeights, Matrix<T> outputWeights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Check.EachFiniteAndNotEmpty(queryWeights);
        Check.EachFiniteAndNotEmpty(keyWeights);
        Check.EachFiniteAndNotEmpty(valueWeights);
        Check.SameCount(valueWeights, nameof(valueWeights), keyWeights, nameof(keyWeights));
        Check.DivisorOfCount(keyWeights, nameof(keyWeights), queryWeights, nameof(queryWeights));
        int share = queryWeights.Count / keyWeights.Count;
        SelfAttention<T>[] heads =
            [.. queryWeights.Select((query, head) => SelfAttention.FromWeights(query, keyWeights[head / share], valueWeights[head / share]))];
        return new MultiHeadAttention<T>(heads, keyWeights.Count, outputWeights);
    }

    /// <summary>Heads side by side, each as it is, with its own biases, score, normalisation and positions.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="heads">The h heads, all for the same r.</param>
    /// <param name="outputWeights">W^o, r×(sum of the heads' v); finite.</param>
    /// <returns>Multi-head attention.</returns>
    /// <exception cref="ArgumentException">There is no head, a shape does not fit, or a weight is NaN or infinite.</exception>
    public static MultiHeadAttention<T> FromHeads<T>(IReadOnlyList<SelfAttention<T>> heads, Matrix<T> outputWeights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(heads);
        if (heads.Count == 0) throw new ArgumentException("heads must hold at least one head: it is empty.", nameof(heads));
        if (heads.Contains(null)) throw new ArgumentException("heads must not hold null.", nameof(heads));
        return new MultiHeadAttention<T>([.. heads], heads.Count, outputWeights);
    }

    /// <summary>The weights of PyTorch's <c>nn.MultiheadAttention</c>, for <see cref="double"/>.</summary>
    /// <param name="file">A state dict: <c>in_proj_weight</c> 3r×r, or <c>q_proj_weight</c> r×r, <c>k_proj_weight</c> and <c>v_proj_weight</c> r×r_source;
    /// <c>out_proj.weight</c> r×r; <c>in_proj_bias</c> 3r and <c>out_proj.bias</c> r, or neither.</param>
    /// <param name="heads">h, divides r; a state dict does not tell.</param>
    /// <param name="prefix">What the names begin with, where the layer is part of a whole model, for example <c>layers.0.self_attn.</c>; with the dot.</param>
    /// <returns>Scaled dot product, softmax, no positions.</returns>
    /// <exception cref="ArgumentOutOfRangeException">h is less than 1.</exception>
    /// <exception cref="InvalidDataException">h does not divide r; a tensor is missing, has another shape, is not finite, or is not known to the layer (<c>bias_k</c>, for example).</exception>
    public static MultiHeadAttention<double> FromStateDict(SafeTensorFile file, int heads, string prefix = "") => FromStateDict<double>(file, heads, prefix);

    /// <inheritdoc cref="FromStateDict(SafeTensorFile, int, string)"/>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    public static MultiHeadAttention<T> FromStateDict<T>(SafeTensorFile file, int heads, string prefix = "")
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentOutOfRangeException.ThrowIfLessThan(heads, 1);
        ArgumentNullException.ThrowIfNull(prefix);
        return MultiHeadStateDict.Read<T>(file, heads, prefix);
    }
}
