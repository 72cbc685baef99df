using System.Runtime.Intrinsics;

namespace AttentionNotebooks.Benchmarks.Measuring.Limits;

/// <summary>4 floats.</summary>
internal readonly record struct Lanes128(Vector128<float> Values) : ILanes<Lanes128>
{
    public static int Count => Vector128<float>.Count;

    public static Lanes128 Create(float value) => new(Vector128.Create(value));

    public static Lanes128 Load(ref float source, nuint index) => new(Vector128.LoadUnsafe(ref source, index));

    public void Store(ref float destination, nuint index) => Values.StoreUnsafe(ref destination, index);

    public float First() => Values.ToScalar();

    public static Lanes128 operator +(Lanes128 left, Lanes128 right) => new(left.Values + right.Values);

    public static Lanes128 operator -(Lanes128 left, Lanes128 right) => new(left.Values - right.Values);

    public static Lanes128 operator *(Lanes128 left, Lanes128 right) => new(left.Values * right.Values);

    public static Lanes128 MultiplyAdd(Lanes128 left, Lanes128 right, Lanes128 addend) =>
        new(Vector128.MultiplyAddEstimate(left.Values, right.Values, addend.Values));

    public static Lanes128 ShiftToExponent(Lanes128 integers) => new(Vector128.ShiftLeft(integers.Values.AsInt32(), 23).AsSingle());
}
