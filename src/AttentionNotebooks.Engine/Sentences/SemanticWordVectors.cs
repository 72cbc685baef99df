using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>The hand-made table: for each word how much of each feature it has.</summary>
/// <remarks>
/// The features are few and have names, so that a learner can read a vector. A homonym has the features of all its senses at once:
/// <c>bank</c> is a place, and it is money as well as water; which of them is meant, only the other words of a sentence can tell.
/// </remarks>
internal sealed class SemanticWordVectors : WordVectors
{
    private static readonly string[] FeatureNames = ["person", "animal", "thing", "place", "money", "water", "seeing", "action"];

    private static readonly Dictionary<string, double[]> Table = Parse(
        """
        .             0    0    0    0    0    0    0    0
        ,             0    0    0    0    0    0    0    0
        ?             0    0    0    0    0    0    0    0
        a             0    0    0.1  0    0    0    0    0
        an            0    0    0.1  0    0    0    0    0
        and           0    0    0    0    0    0    0    0.1
        animal        0    1    0    0    0    0    0    0
        at            0    0    0    0.2  0    0    0    0
        bank          0    0    0.1  0.7  0.7  0.7  0    0
        bat           0    0.7  0.7  0    0    0    0    0.1
        because       0    0    0    0    0    0    0    0.1
        bird          0    0.9  0    0    0    0    0.1  0.1
        boat          0    0    0.8  0    0    0.6  0    0.1
        boy           0.9  0    0    0    0    0    0    0
        by            0    0    0    0.2  0    0    0    0
        cat           0    0.9  0    0    0    0    0.1  0
        chased        0    0.3  0    0    0    0    0.1  1
        children      0.9  0    0    0    0    0    0    0.1
        cross         0    0    0    0.2  0    0    0    0.9
        crossed       0    0    0    0.2  0    0    0    0.9
        deposited     0    0    0    0    0.7  0    0    0.8
        didn't        0    0    0    0    0    0    0    0.2
        dog           0    0.9  0    0    0    0    0    0.1
        fish          0    0.8  0    0    0    0.5  0    0
        fished        0    0.3  0    0    0    0.6  0    0.8
        friend        0.9  0    0    0    0    0    0    0
        girl          0.9  0    0    0    0    0    0    0
        glasses       0    0    0.7  0    0    0    0.7  0
        he            0.8  0    0    0    0    0    0    0
        her           0.8  0    0    0    0    0    0    0
        hill          0    0    0.1  0.9  0    0    0.1  0
        his           0.8  0    0    0    0    0    0    0
        i             0.8  0    0    0    0    0    0    0
        in            0    0    0    0.2  0    0    0    0
        is            0    0    0    0    0    0    0    0.2
        it            0.1  0.4  0.4  0.1  0    0    0    0
        loan          0    0    0.2  0    0.9  0    0    0
        looked        0    0    0    0    0    0    0.9  0.5
        man           1    0    0    0    0    0    0    0
        money         0    0    0.2  0    1    0    0    0
        my            0.8  0    0    0    0    0    0    0
        near          0    0    0    0.3  0    0    0    0
        of            0    0    0.1  0    0    0    0    0
        on            0    0    0    0.2  0    0    0    0
        paid          0    0    0    0    0.8  0    0    0.7
        park          0    0    0    0.9  0    0    0    0
        river         0    0    0    0.5  0    1    0    0
        salary        0    0    0.1  0    0.9  0    0    0
        sat           0    0    0    0.1  0    0    0    0.7
        saw           0.1  0    0.2  0    0    0    0.9  0.6
        she           0.8  0    0    0    0    0    0    0
        ship          0    0    0.8  0    0    0.6  0    0.1
        spring        0    0    0.3  0.2  0    0.6  0    0.4
        street        0    0    0.1  0.9  0    0    0    0
        swam          0    0.2  0    0    0    0.7  0    0.8
        telescope     0    0    0.7  0    0    0    0.8  0
        that          0    0    0.1  0    0    0    0    0
        the           0    0    0.1  0    0    0    0    0
        they          0.7  0.2  0    0    0    0    0    0
        through       0    0    0    0.2  0    0    0.1  0
        tired         0.3  0.4  0    0    0    0    0    0.2
        to            0    0    0    0.2  0    0    0    0
        too           0    0    0    0    0    0    0    0
        walked        0.1  0    0    0.1  0    0    0    0.9
        was           0    0    0    0    0    0    0    0.2
        water         0    0    0.2  0    0    1    0    0
        wide          0    0    0    0.6  0    0    0    0
        with          0    0    0.2  0    0    0    0    0
        woman         1    0    0    0    0    0    0    0
        """);

    public override IReadOnlyList<string> Features => FeatureNames;

    public override Vector<double> this[string word]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(word);
            return Table.TryGetValue(word.ToLowerInvariant(), out double[]? features)
                ? Vector<double>.Build.DenseOfArray(features)
                : throw new ArgumentException(
                    $"word must be in the hand-made table: '{word}' is not. WordVectors.Random has a vector for any word. The table holds: {string.Join(" ", Table.Keys)}.",
                    nameof(word));
        }
    }

    private static Dictionary<string, double[]> Parse(string table) =>
        table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToDictionary(
            cells => cells[0], cells => cells[1..].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray());
}
