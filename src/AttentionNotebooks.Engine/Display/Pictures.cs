namespace AttentionNotebooks;

/// <summary>Finds the figures by name, so that the engine does not depend on what is built on it.</summary>
internal static class Pictures
{
    internal static IPictures Current { get; } =
        Type.GetType("AttentionNotebooks.FigurePictures, AttentionNotebooks.Figures") is { } figures
            ? (IPictures)Activator.CreateInstance(figures, nonPublic: true)!
            : new PlainPictures();
}
