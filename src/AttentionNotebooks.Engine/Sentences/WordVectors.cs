using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace AttentionNotebooks;

/// <summary>Gives each word its vector; the same word always gets the same one.</summary>
public abstract class WordVectors
{
    private protected WordVectors()
    {
    }

    /// <summary>A small table made by hand, whose features have names: words of like meaning have like vectors.</summary>
    public static WordVectors Semantic { get; } = new SemanticWordVectors();

    /// <summary>The names of the features, one a row; null where they have none.</summary>
    public abstract IReadOnlyList<string>? Features { get; }

    /// <summary>Vectors drawn uniformly from −√3 to √3, so that a feature has mean 0 and variance 1, as in an embedding that has not learned
    /// anything: any word has one, and likeness means nothing.</summary>
    /// <param name="size">r, at least 1.</param>
    /// <param name="seed">The same seed gives the same word the same vector on every machine.</param>
    /// <returns>The vectors.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is less than 1.</exception>
    public static WordVectors Random(int size, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        return new RandomWordVectors(size, seed);
    }

    /// <summary>The vector of one word; upper and lower case are the same.</summary>
    /// <param name="word">The word.</param>
    /// <returns>r entries.</returns>
    /// <exception cref="ArgumentException">The word has no vector.</exception>
    public abstract Vector<double> this[string word] { get; }

    internal LabelledMatrix<double> Embed(Sentence sentence)
    {
        Matrix<double> input = Matrix<double>.Build.DenseOfColumnVectors(sentence.Tokens.Select(token => this[token]));
        return new LabelledMatrix<double>(input, "Input", "I", Features, sentence.Tokens);
    }

    private sealed class RandomWordVectors(int size, int seed) : WordVectors
    {
        public override IReadOnlyList<string>? Features => null;

        public override Vector<double> this[string word]
        {
            get
            {
                ArgumentNullException.ThrowIfNull(word);
                Xoshiro256StarStar random = new(seed ^ unchecked((int)StableHash.Of(word.ToLowerInvariant())), threadSafe: false);
                return Vector<double>.Build.Dense(size, _ => ((2 * random.NextDouble()) - 1) * Math.Sqrt(3));
            }
        }
    }
}
