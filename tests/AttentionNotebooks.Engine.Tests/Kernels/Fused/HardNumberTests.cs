using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using AttentionNotebooks.Engine.Tests.Reference.Heads;
using AttentionNotebooks.Engine.Tests.Reference.Lanes;
using Formula = AttentionNotebooks.Kernels.ReferenceAttention;

namespace AttentionNotebooks.Engine.Tests.Kernels.Fused;

/// <summary>Infinite, NaN, enormous and forbidden scores do what the formula does with them in the same precision.</summary>
public sealed class HardNumberTests
{
    private static readonly HeadSizes Sizes = new(Queries: 190, Keys: 300, Query: 4, Value: 4);

    public static TheoryData<HardCase> HardNumbers => [.. Enum.GetValues<HardCase>()];

    public static MatrixTheoryData<double, double> TemperaturesAndSlopes => new([1e-15, 1e-6, 1e6, 1e15], [0, 3, -3, 1e15]);

    [Theory]
    [MemberData(nameof(HardNumbers))]
    public void Numbers_Hard_GiveWhatTheFormulaGives(HardCase name)
    {
        AreTheFormulas<float>(name, mask: null);
        AreTheFormulas<double>(name, mask: null);
    }

    [Theory]
    [MemberData(nameof(HardNumbers))]
    public void Numbers_HardBehindAMask_GiveWhatTheFormulaGives(HardCase name)
    {
        AttentionMask nothingForSome = AttentionMask.Custom((_, query) => query % 5 != 2);
        foreach (AttentionMask mask in new[] { nothingForSome, AttentionMask.Causal, AttentionMask.SlidingWindow(150), AttentionMask.Padding(171) })
        {
            AreTheFormulas<float>(name, mask);
            AreTheFormulas<double>(name, mask);
        }
    }

    [Fact]
    public void Values_OfForbiddenKeys_HaveNoInfluenceEvenIfTheyAreNoNumbers()
    {
        HaveNoInfluence<float>();
        HaveNoInfluence<double>();
    }

    [Theory]
    [MemberData(nameof(TemperaturesAndSlopes))]
    public void Scores_StretchedOrShrunkBeyondMeasure_GiveWhatTheFormulaGives(double temperature, double slope)
    {
        AreTheFormulas<float>(temperature, slope);
        AreTheFormulas<double>(temperature, slope);
    }

    private static void HaveNoInfluence<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        AttentionMask allButTheThird = AttentionMask.Custom((key, _) => key != 2);
        HeadCase<T> head = new(Sizes, allButTheThird), changed = new(Sizes, allButTheThird);
        changed.Values.AsSpan(4 * 2, 4).Fill(T.NaN);
        Assert.All(Widths.Accelerated<T>(), width => Near.Equal(
            head.AttendAt(width, Kept.Nothing).Output.ToDouble(),
            changed.AttendAt(width, Kept.Nothing).Output,
            rows: 4,
            (RoundingBound.Sum<T>(2 * Sizes.Keys, 1), 0),
            $"O by {width}"));
    }

    private static void AreTheFormulas<T>(HardCase name, AttentionMask? mask)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        HeadCase<T> head = new(Sizes, mask);
        name.ApplyTo(head);
        AreTheFormulas(head);
    }

    /// <summary>With scores that are small whole numbers, so that they are exact, and equal ones are equal.</summary>
    private static void AreTheFormulas<T>(double temperature, double slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        HeadCase<T> head = new(Sizes, temperature: temperature, slope: slope);
        Array.ForEach([head.Queries, head.Keys], numbers => Round(numbers));
        AreTheFormulas(head);

        static void Round(T[] numbers)
        {
            for (int index = 0; index < numbers.Length; index++) numbers[index] = T.Round(numbers[index] * T.CreateChecked(2));
        }
    }

    private static void AreTheFormulas<T>(HeadCase<T> head)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        HeadResults<T> expected = new(Sizes, Kept.Weights);
        for (int query = 0; query < Sizes.Queries; query++) Formula.Query(head.Spans(expected), head.Rule, query);
        foreach (IWidth<T> width in Widths.Accelerated<T>())
        {
            HeadResults<T> alone = head.AttendAt(width, Kept.Nothing), kept = head.AttendAt(width, Kept.Weights);
            AreAlike(expected.Output, alone.Output, head.Values, $"O alone by {width}");
            AreAlike(expected.Output, kept.Output, head.Values, $"O by {width}");
            AreAlike(expected.Weights, kept.Weights, [T.One], $"A′ by {width}");
        }
    }

    /// <summary>Infinity and NaN in the same places, and other numbers within the rounding of the weights times the greatest value.</summary>
    private static void AreAlike<T>(T[] expected, T[] actual, T[] values, string what)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double greatest = values.Where(T.IsFinite).Max(value => Math.Abs(double.CreateChecked(value)));
        double tolerance = RoundingBound.Sum<T>(2 * Sizes.Keys, greatest) + (Sizes.Keys * double.CreateChecked(T.Epsilon));
        for (int index = 0; index < expected.Length; index++)
        {
            bool isAlike = T.IsFinite(expected[index])
                ? Near.Equal(double.CreateChecked(expected[index]), double.CreateChecked(actual[index]), tolerance)
                : expected[index].Equals(actual[index]);
            if (!isAlike) Assert.Fail($"{what}: number {index} is {actual[index]}, by the formula {expected[index]}.");
        }
    }
}
