namespace AttentionNotebooks;

/// <summary>The choices of the grammars, drawn from one seed.</summary>
internal sealed class Dice(ulong seed)
{
    private SplitMix64 random = new(seed);

    /// <summary>Any of them.</summary>
    internal TChoice Pick<TChoice>(params IReadOnlyList<TChoice> choices) => choices[random.Next(choices.Count)];

    /// <summary>True in so many of a hundred cases.</summary>
    internal bool Percent(int percent) => random.Next(100) < percent;

    /// <summary>A text in so many of a hundred cases, otherwise none.</summary>
    internal string Sometimes(int percent, string text) => Percent(percent) ? text : "";

    /// <summary>Different ones, in any order.</summary>
    internal TChoice[] Different<TChoice>(IReadOnlyList<TChoice> choices, int count)
    {
        TChoice[] all = [.. choices];
        for (int place = 0; place < count; place++)
        {
            int other = place + random.Next(all.Length - place);
            (all[place], all[other]) = (all[other], all[place]);
        }

        return all[..count];
    }
}
