namespace AttentionNotebooks;

/// <summary>Sums written out, with an ellipsis where they are long.</summary>
internal static class Addition
{
    /// <summary>More addends than this, and the rest is an ellipsis.</summary>
    private const int Shown = 4;

    /// <summary>a₁·b₁ + a₂·b₂ + …</summary>
    internal static Formula OfProducts(Entries left, Entries right) =>
        Of(left.Count, index => Formula.Row(left.Factor(index), "·", right.Factor(index)));

    /// <summary>The addends 0 to count − 1.</summary>
    internal static Formula Of(int count, Func<int, Formula> addend)
    {
        int shown = count > Shown ? Shown - 1 : count;
        List<Formula> parts = [addend(0)];
        for (int index = 1; index < shown; index++) parts.AddRange(["+", addend(index)]);
        if (shown < count) parts.AddRange(["+", "…"]);
        return parts.Count == 1 ? parts[0] : Formula.Row([.. parts]);
    }
}
