namespace AttentionNotebooks;

/// <summary>A generator of random numbers whose whole state is one number (Steele, Lea &amp; Flood 2014, figure 15). The same bits in every runtime.</summary>
internal struct SplitMix64(ulong state)
{
    private ulong state = state;

    internal ulong Next()
    {
        ulong mixed = state += 0x9E37_79B9_7F4A_7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58_476D_1CE4_E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from 0 to below <paramref name="end"/>: the upper half of the product, whose bias of end/2⁶⁴ nobody can see.</summary>
    internal int Next(int end) => (int)Math.BigMul(Next(), (ulong)end, out _);
}
