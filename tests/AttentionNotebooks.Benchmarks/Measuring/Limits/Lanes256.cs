using System.Runtime.Intrinsics;

namespace AttentionNotebooks.Benchmarks.Measuring.Limits;

/// <summary>8 floats.</summary>
internal readonly record struct Lanes256(Vector256<float> Values) : ILanes<Lanes256>
{
    public static int Count => Vector256<float>.Count;

    public static Lanes256 Create(float value) => new(Vector256.Create(value));

    public static Lanes256 Load(ref float source, nuint index) => new(Vector256.LoadUnsafe(ref source, index));

    public void Store(ref float destination, nuint index) => Values.StoreUnsafe(ref destination, index);

    public float First() => Values.ToScalar();

    public static Lanes256 operator +(Lanes256 left, Lanes256 right) => new(left.Values + right.Values);

    public static Lanes256 operator -(Lanes256 left, Lanes256 right) => new(left.Values - right.Values);

    public static Lanes256 operator *(Lanes256 left, Lanes256 right) => new(left.Values * right.Values);

    public static Lanes256 MultiplyAdd(Lanes256 left, Lanes256 right, Lanes256 addend) =>
        new(Vector256.MultiplyAddEstimate(left.Values, right.Values, addend.Values));

    public static Lanes256 ShiftToExponent(Lanes256 integers) => new(Vector256.ShiftLeft(integers.Values.AsInt32(), 23).AsSingle());
}
