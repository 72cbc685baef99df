namespace AttentionNotebooks;

/// <summary>The attention map of one sentence as it forms, step after step of training.</summary>
/// <remarks>Immutable as long as nobody writes into the matrices of its maps. Shows itself as a film strip.</remarks>
public sealed class AttentionFilm : EngineResult
{
    /// <summary>A film of frames.</summary>
    /// <param name="frames">At least one, steps ascending; all maps have the same layers, heads, keys, queries and labels. Copied.</param>
    /// <exception cref="ArgumentException">There is no frame, one is null, a step does not come after the one before it, or a map differs from the first in its layers, heads, keys, queries or labels.</exception>
    public AttentionFilm(IReadOnlyList<AttentionFrame> frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        if (frames.Count == 0) throw new ArgumentException("frames must hold at least one frame: it is empty.", nameof(frames));
        if (frames.Contains(null)) throw new ArgumentException("frames must not hold null.", nameof(frames));
        Frames = [.. frames];
        Check.Ascending(Frames.Select(frame => frame.Step), nameof(frames));
        foreach (AttentionFrame frame in Frames) CheckAlike(Frames[0].Map, frame);
    }

    /// <summary>The frames, in the order of their steps.</summary>
    public IReadOnlyList<AttentionFrame> Frames { get; }

    internal string Description => $"Attention over training: {Frames.Count} frames from step {Frames[0].Step} to {Frames[^1].Step}";

    private protected override Displayable Draw(IPictures pictures) => pictures.Of(this);

    private static void CheckAlike(AttentionMap first, AttentionFrame frame)
    {
        AttentionMap map = frame.Map;
        if (map.Size != first.Size || !Same(map.LayerNumbers, first.LayerNumbers) || !Same(map.HeadNumbers, first.HeadNumbers))
        {
            throw Check.Wrong(
                "frames", $"frames must hold maps of the same layers, heads, keys and queries: the first has {first.Size}, that of step {frame.Step} has {map.Size}, or numbers them otherwise.");
        }

        if (!Same(map.KeyLabels, first.KeyLabels) || !Same(map.QueryLabels, first.QueryLabels))
            throw Check.Wrong("frames", $"frames must hold maps of the same tokens: the labels of step {frame.Step} are not those of the first.");
    }

    private static bool Same<T>(IReadOnlyList<T>? one, IReadOnlyList<T>? other) => one is null ? other is null : other is not null && one.SequenceEqual(other);
}
