namespace AttentionNotebooks;

/// <summary>Writes the sentences of one relation.</summary>
internal abstract class Grammar
{
    /// <summary>One combination of words in so many is kept from training.</summary>
    private const int HeldOutOneIn = 5;

    /// <summary>What the relation is called.</summary>
    internal abstract string Name { get; }

    /// <summary>A sentence, from the combinations that training sees or from those that it does not.</summary>
    internal abstract CorpusSentence Write(Dice dice, bool heldOut);

    /// <summary>Draws until a combination is on the wanted side of the split.</summary>
    private protected static TDraw Drawn<TDraw>(Func<TDraw> draw, Func<TDraw, bool> isHeldOut, bool heldOut)
    {
        TDraw drawn = draw();
        while (isHeldOut(drawn) != heldOut) drawn = draw();
        return drawn;
    }

    /// <summary>Whether training never sees these two together; for each first word there are second words on both sides.</summary>
    private protected static bool IsHeldOut(int first, int second) => (first + (2 * second)) % HeldOutOneIn == 0;
}
