using System.Numerics;

namespace AttentionNotebooks.Engine.Tests.Reference.Heads;

/// <summary>Numbers that break a careless kernel, by name. Q, K and V have 4 features; scores are either small, or so far apart that rounding cannot matter.</summary>
public enum HardCase
{
    PlusInfinity,
    MinusInfinity,
    BothInfinities,
    InfiniteQuery,
    NotANumberInAQuery,
    NotANumberInAKey,
    NotANumberInAValue,
    InfinityInAValue,
    GreatestValues,
    OneGreatScore,
    OneDeepScore,
    DeepScoresOnly,
    LeastNumbers,
}

internal static class HardCases
{
    /// <summary>Where keys are changed: the first, one of a later block, the last.</summary>
    private const int First = 0, Later = 170;

    /// <summary>Changes Q, K and V of a head.</summary>
    public static void ApplyTo<T>(this HardCase name, HeadCase<T> head)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T greatest = T.BitDecrement(T.PositiveInfinity), overflows = T.Sqrt(greatest) * T.CreateChecked(4), deep = T.CreateChecked(-1e30);
        int last = head.Sizes.Keys - 1;
        switch (name)
        {
            case HardCase.PlusInfinity:
                Score(head, [First, Later], overflows, overflows);
                break;
            case HardCase.MinusInfinity:
                Score(head, [First, Later, last], overflows, -overflows);
                break;
            case HardCase.BothInfinities:
                Score(head, [First, last], overflows, overflows);
                head.Keys[4 * Later] = -overflows;
                break;
            case HardCase.InfiniteQuery:
                head.Queries[4 * 3] = T.PositiveInfinity;
                break;
            case HardCase.NotANumberInAQuery:
                head.Queries[(4 * 3) + 2] = T.NaN;
                break;
            case HardCase.NotANumberInAKey:
                head.Keys[(4 * Later) + 3] = T.NaN;
                break;
            case HardCase.NotANumberInAValue:
                head.Values[(4 * Later) + 1] = T.NaN;
                break;
            case HardCase.InfinityInAValue:
                head.Values[4 * last] = T.NegativeInfinity;
                break;
            case HardCase.GreatestValues:
                head.Values.AsSpan().Fill(greatest / T.CreateChecked(2));
                break;
            case HardCase.OneGreatScore:
                Score(head, [Later], T.One, -deep);
                break;
            case HardCase.OneDeepScore:
                Score(head, [Later], T.One, deep);
                break;
            case HardCase.DeepScoresOnly:
                Score(head, Enumerable.Range(0, head.Sizes.Keys), T.One, deep);
                break;
            case HardCase.LeastNumbers:
                Array.ForEach([head.Queries, head.Keys, head.Values], numbers => numbers.AsSpan().Fill(T.Epsilon));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(name));
        }
    }

    /// <summary>The first feature decides for some keys, and says nothing for the others.</summary>
    private static void Score<T>(HeadCase<T> head, IEnumerable<int> keys, T query, T key)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int column = 0; column < head.Sizes.Queries; column++) head.Queries[4 * column] = query;
        for (int column = 0; column < head.Sizes.Keys; column++) head.Keys[4 * column] = T.Zero;
        foreach (int column in keys) head.Keys[4 * column] = key;
    }
}
