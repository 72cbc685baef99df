using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Attention;

public sealed class ScaledDotProductBadInputTests
{
    private static readonly Matrix<double>[] Queries = [Halves(4, 3), Halves(4, 3)], Keys = [Halves(4, 5), Halves(4, 5)], Values = [Halves(2, 5), Halves(2, 5)];

    [Fact]
    public void Heads_None_AreRefused()
    {
        Refused("queries", "queries must hold at least one head", [], Keys, Values);
        Refused("keys", "keys must hold at least one head", Queries, [], Values);
        Refused("values", "values must hold at least one head", Queries, Keys, []);
    }

    [Fact]
    public void Heads_Null_AreRefusedWithTheHead()
    {
        Refused("queries", "queries[1] must not be null", [Queries[0], null!], Keys, Values);
        Refused("keys", "keys[0] must not be null", Queries, [null!, Keys[1]], Values);
        Refused("values", "values[1] must not be null", Queries, Keys, [Values[0], null!]);
    }

    [Fact]
    public void Heads_Empty_AreRefusedWithTheirShape()
    {
        Refused("queries", "queries[0] is 4×0", [Halves(4, 0)], Keys, Values);
        Refused("keys", "keys[1] is 0×5", Queries, [Keys[0], Halves(0, 5)], Values);
        Refused("values", "values[0] is 0×5", Queries, Keys, [Halves(0, 5), Values[1]]);
    }

    [Fact]
    public void Heads_OfSeveralShapes_AreRefusedWithBoth()
    {
        Refused("queries", "queries[1] is 4×2, queries[0] is 4×3", [Queries[0], Halves(4, 2)], Keys, Values);
        Refused("keys", "keys[1] is 4×6, keys[0] is 4×5", Queries, [Keys[0], Halves(4, 6)], Values);
        Refused("values", "values[1] is 3×5, values[0] is 2×5", Queries, Keys, [Values[0], Halves(3, 5)]);
    }

    [Fact]
    public void Heads_OfCountsThatDoNotFit_AreRefusedWithBoth()
    {
        Refused("values", "values holds 1, keys 2", Queries, Keys, [Values[0]]);
        Refused("keys", "keys holds 2, queries 3", [.. Queries, Queries[0]], Keys, Values);
        Refused("keys", "keys holds 2, queries 1", [Queries[0]], Keys, Values);
    }

    [Fact]
    public void Heads_OfShapesThatDoNotFit_AreRefusedWithBoth()
    {
        Refused("keys", "keys is 3×5, queries is 4×3", Queries, [Halves(3, 5), Halves(3, 5)], Values);
        Refused("values", "values is 2×6, keys is 4×5", Queries, Keys, [Halves(2, 6), Halves(2, 6)]);
    }

    [Fact]
    public void Mask_OfAnotherSize_IsRefusedWithBothShapes()
    {
        BadInput.Refused("mask", "mask is 3×5, there are 5 keys and 3 queries", () => ScaledDotProductAttention.Attend(Queries, Keys, Values, AttentionMask.Custom(new bool[3, 5])));
        BadInput.Refused("mask", "it has 3, there are 5 keys", () => ScaledDotProductAttention.Attend(Queries, Keys, Values, AttentionMask.Padding([true, true, false])));
    }

    [Fact]
    public void Destinations_OfAnotherCount_AreRefusedWithBoth()
    {
        DestinationRefused("outputs", "each of the 2 heads: it holds 1", [Halves(2, 3)]);
        DestinationRefused("weights", "each of the 2 heads: it holds 3", Outputs(), [Halves(5, 3), Halves(5, 3), Halves(5, 3)]);
    }

    [Fact]
    public void Destinations_Null_AreRefusedWithTheHead()
    {
        DestinationRefused("outputs", "outputs[1] must not be null", [Halves(2, 3), null!]);
        DestinationRefused("weights", "weights[0] must not be null", Outputs(), [null!, Halves(5, 3)]);
    }

    [Fact]
    public void Destinations_OfAnotherShape_AreRefusedWithBoth()
    {
        DestinationRefused("outputs", "outputs[1] must be 2×3: outputs[1] is 3×2", [Halves(2, 3), Halves(3, 2)]);
        DestinationRefused("weights", "weights[0] must be 5×3: weights[0] is 3×5", Outputs(), [Halves(3, 5), Halves(5, 3)]);
    }

    [Fact]
    public void Destinations_NotDense_AreRefused()
    {
        DestinationRefused("outputs", "outputs[0] must be a dense matrix", [Matrix<double>.Build.Sparse(2, 3), Halves(2, 3)]);
        DestinationRefused("weights", "weights[1] must be a dense matrix", Outputs(), [Halves(5, 3), Matrix<double>.Build.Sparse(5, 3)]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Destination_ThatIsAnInput_IsRefused(int input)
    {
        Matrix<double>[] squares = [Halves(3, 3), Halves(3, 3), Halves(3, 3)];
        BadInput.Refused("outputs", "outputs[0] must share its storage with no input", () =>
            Into([squares[input]], [squares[0]], [squares[1]], [squares[2]], [Halves(3, 3)]));
        BadInput.Refused("weights", "weights[0] must share its storage with no input", () =>
            Into([Halves(3, 3)], [squares[0]], [squares[1]], [squares[2]], [squares[input]]));
    }

    [Fact]
    public void Destination_OfTwoHeadsOrResults_IsRefused()
    {
        Matrix<double> square = Halves(3, 3);
        Matrix<double>[] two = [Halves(3, 3), Halves(3, 3)];
        BadInput.Refused("outputs", "outputs[1] must share its storage", () => Into([square, square], two, two, two));
        BadInput.Refused("weights", "weights[1] must share its storage", () => Into([Halves(3, 3), Halves(3, 3)], two, two, two, [square, square]));
        BadInput.Refused("outputs", "outputs[0] must share its storage", () => Into([square, Halves(3, 3)], two, two, two, [Halves(3, 3), square]));
        BadInput.Refused("outputs", "outputs[1] must share its storage", () => Into([Halves(3, 3), square], two, two, two, [square, Halves(3, 3)]));
    }

    [Fact]
    public void Destination_OverTheStorageOfAnInput_IsRefused()
    {
        Matrix<double> query = Halves(4, 3), output = Matrix<double>.Build.Dense(4, 3, query.AsColumnMajorArray());
        BadInput.Refused("outputs", "must share its storage with no input", () => Into([output], [query], [Halves(4, 5)], [Halves(4, 5)]));
    }

    private static void Refused(string argument, string essence, Matrix<double>[] queries, Matrix<double>[] keys, Matrix<double>[] values)
    {
        BadInput.Refused(argument, essence, () => ScaledDotProductAttention.Attend(queries, keys, values));
        BadInput.Refused(argument, essence, () => Into(Outputs(), queries, keys, values));
    }

    private static void DestinationRefused(string argument, string essence, Matrix<double>[] outputs, Matrix<double>[]? weights = null) =>
        BadInput.Refused(argument, essence, () => Into(outputs, Queries, Keys, Values, weights));

    private static object? Into(Matrix<double>[] outputs, Matrix<double>[] queries, Matrix<double>[] keys, Matrix<double>[] values, Matrix<double>[]? weights = null)
    {
        ScaledDotProductAttention.AttendInto(outputs, queries, keys, values, weights);
        return null;
    }

    private static Matrix<double>[] Outputs() => [Halves(2, 3), Halves(2, 3)];

    private static Matrix<double> Halves(int rows, int columns) => Matrix<double>.Build.Dense(rows, columns, 0.5);
}
