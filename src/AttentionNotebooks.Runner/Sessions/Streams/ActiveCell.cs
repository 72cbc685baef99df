namespace AttentionNotebooks.Runner.Sessions.Streams;

/// <summary>
/// The cell that runs. It belongs to the process, as <see cref="System.Console"/> does: text from any thread counts as the running cell's.
/// </summary>
internal static class ActiveCell
{
    private static volatile CellOutputs? outputs;
    private static volatile ICellInput? input;

    /// <summary>Where the running cell's outputs go; null while none runs.</summary>
    public static CellOutputs? Outputs
    {
        get => outputs;
        set => outputs = value;
    }

    /// <summary>Whom the running cell can ask; null where there is nobody.</summary>
    public static ICellInput? Input
    {
        get => input;
        set => input = value;
    }
}
