namespace AttentionNotebooks;

/// <summary>A sentence of the <see cref="Corpus"/> with a blank, the words that are right there, and the word that decides which.</summary>
public sealed class CorpusSentence
{
    internal CorpusSentence(string relation, Draft draft, IReadOnlyList<string> answers, int candidates)
    {
        Relation = relation;
        Words = draft.Words;
        Blank = draft.Blank;
        Deciding = draft.Deciding;
        Answers = answers;
        ChanceAccuracy = (double)answers.Count / candidates;
    }

    /// <summary>What the deciding word is to the answer; one of <see cref="Corpus.Relations"/>.</summary>
    public string Relation { get; }

    /// <summary>The words and punctuation marks.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The place of the blank, <see cref="Corpus.Blank"/>, where a word is to be said.</summary>
    public int Blank { get; }

    /// <summary>The place of the word that decides what is to be said.</summary>
    public int Deciding { get; }

    /// <summary>The words that are right at the blank; the first is the one that training asks for.</summary>
    public IReadOnlyList<string> Answers { get; }

    /// <summary>Whether a reader could answer otherwise as well: more than one answer is right.</summary>
    public bool IsAmbiguous => Answers.Count > 1;

    /// <summary>How often somebody is right who has understood the question but not found the deciding word, from 0 to 1.</summary>
    internal double ChanceAccuracy { get; }

    /// <summary>The sentence as numbers, with one target: the first answer at the blank.</summary>
    /// <param name="vocabulary">Holds its words and the answer.</param>
    /// <returns>An example to train with.</returns>
    /// <exception cref="ArgumentException">A word is not in the vocabulary.</exception>
    public TrainingExample ToExample(Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        int[] targets = new int[Words.Count];
        Array.Fill(targets, TrainingExample.NoTarget);
        targets[Blank] = vocabulary[Answers[0]];
        return new TrainingExample(vocabulary.Encode(Words), targets);
    }

    /// <summary>The words, with blanks between.</summary>
    /// <returns>For example <c>Anna was chased by Ben . who was chased ? _</c>.</returns>
    public override string ToString() => string.Join(' ', Words);
}
