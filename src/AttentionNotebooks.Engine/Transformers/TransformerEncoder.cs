using System.Numerics;

namespace AttentionNotebooks;

/// <summary>Makes encoders without words, from PyTorch's weights.</summary>
public static class TransformerEncoder
{
    /// <summary>The weights of PyTorch's <c>nn.TransformerEncoder</c>, or of a single <c>nn.TransformerEncoderLayer</c>, for <see cref="double"/>.</summary>
    /// <param name="file">A state dict: <c>layers.0.self_attn.in_proj_weight</c> and so on, with or without the last <c>norm.weight</c> and <c>norm.bias</c>;
    /// of a single layer <c>self_attn.in_proj_weight</c> and so on; all biases, or none.</param>
    /// <param name="settings">What a state dict does not tell.</param>
    /// <param name="prefix">What the names begin with, where the encoder is part of a whole model, for example <c>encoder.</c>; with the dot.</param>
    /// <returns>The encoder.</returns>
    /// <exception cref="ArgumentException">The settings are none of such an encoder.</exception>
    /// <exception cref="InvalidDataException">h does not divide r; a tensor is missing, has another shape, is not finite, or is not known to the encoder.</exception>
    public static TransformerEncoder<double> FromStateDict(SafeTensorFile file, EncoderSettings settings, string prefix = "") =>
        FromStateDict<double>(file, settings, prefix);

    /// <inheritdoc cref="FromStateDict(SafeTensorFile, EncoderSettings, string)"/>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    public static TransformerEncoder<T> FromStateDict<T>(SafeTensorFile file, EncoderSettings settings, string prefix = "")
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(prefix);
        return EncoderStateDict.Read<T>(file, settings, prefix);
    }
}
