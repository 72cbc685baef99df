namespace AttentionNotebooks.Benchmarks.Measuring.Limits;

/// <summary>A vector of floats as wide as the processor has it, so that a limit is written once for all widths.</summary>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    static abstract int Count { get; }

    static abstract TSelf Create(float value);

    static abstract TSelf Load(ref float source, nuint index);

    void Store(ref float destination, nuint index);

    float First();

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator *(TSelf left, TSelf right);

    /// <summary>left · right + addend, in one instruction where there is one.</summary>
    static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf addend);

    /// <summary>The bits of an integer, moved to where a float has its exponent.</summary>
    static abstract TSelf ShiftToExponent(TSelf integers);
}
