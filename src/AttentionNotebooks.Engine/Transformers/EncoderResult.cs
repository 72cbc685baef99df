using System.Numerics;

namespace AttentionNotebooks;

/// <summary>What a <see cref="TransformerEncoder{T}"/> made of one sentence. It shows itself as its attention map.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <remarks>Made by <see cref="TransformerEncoder{T}.Run"/>; immutable as long as nobody writes into its matrix.</remarks>
public sealed class EncoderResult<T> : EngineResult
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal EncoderResult(LabelledMatrix<T> output, AttentionMap map)
    {
        Output = output;
        Map = map;
    }

    /// <summary>The vectors behind the last block and its norm, r×n; one token is one column.</summary>
    public LabelledMatrix<T> Output { get; }

    /// <summary>The weights of all heads.</summary>
    public AttentionMap Map { get; }

    private protected override Displayable Draw(IPictures pictures) => pictures.Of(Map);
}
