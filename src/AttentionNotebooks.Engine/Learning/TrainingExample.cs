namespace AttentionNotebooks;

/// <summary>A sentence and what is to be said at some of its tokens.</summary>
public sealed class TrainingExample
{
    /// <summary>Stands where nothing is to be said.</summary>
    public const int NoTarget = -1;

    /// <summary>A sentence and its targets.</summary>
    /// <param name="tokens">The numbers of its words in the vocabulary; at least one.</param>
    /// <param name="targets">For each token the number of the word to be said there, or <see cref="NoTarget"/>; at least one is a word.</param>
    /// <exception cref="ArgumentException">There is no token, no target, not a target for each token, or a number is negative and not <see cref="NoTarget"/>.</exception>
    public TrainingExample(IReadOnlyList<int> tokens, IReadOnlyList<int> targets)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(targets);
        if (tokens.Count == 0) throw new ArgumentException("tokens must hold at least one token: it is empty.", nameof(tokens));
        if (targets.Count != tokens.Count)
            throw new ArgumentException($"targets must hold one number for each of the {tokens.Count} tokens: it holds {targets.Count}.", nameof(targets));
        if (tokens.Any(token => token < 0)) throw new ArgumentException($"tokens must hold numbers of words, from 0: it holds {tokens.Min()}.", nameof(tokens));
        if (targets.Any(target => target < NoTarget))
            throw new ArgumentException($"targets must hold numbers of words, or {NoTarget}: it holds {targets.Min()}.", nameof(targets));
        if (targets.All(target => target == NoTarget)) throw new ArgumentException("targets must hold at least one word: it holds none.", nameof(targets));
        Tokens = [.. tokens];
        Targets = [.. targets];
        TargetCount = Targets.Count(target => target != NoTarget);
    }

    /// <summary>The numbers of the words.</summary>
    public IReadOnlyList<int> Tokens { get; }

    /// <summary>For each token the number of the word to be said there, or <see cref="NoTarget"/>.</summary>
    public IReadOnlyList<int> Targets { get; }

    /// <summary>At how many tokens a word is to be said.</summary>
    public int TargetCount { get; }
}
