namespace AttentionNotebooks;

/// <summary>One matrix of the overview.</summary>
/// <param name="Symbol">How formulas call it.</param>
/// <param name="Shape">Rows × columns.</param>
/// <param name="Times">How many there are of it, one a head.</param>
internal sealed record ShapeBox(string Symbol, Shape Shape, int Times = 1)
{
    /// <summary>For example <c>4×7</c>, or <c>12 × (4×7)</c>.</summary>
    internal string Size => Times == 1 ? Shape.ToString() : $"{Times} × ({Shape})";

    internal static ShapeBox Of<T>(string symbol, LabelledMatrix<T> matrix, int times = 1)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => new(symbol, matrix.Shape, times);
}
