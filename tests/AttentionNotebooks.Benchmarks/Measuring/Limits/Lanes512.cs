using System.Runtime.Intrinsics;

namespace AttentionNotebooks.Benchmarks.Measuring.Limits;

/// <summary>16 floats.</summary>
internal readonly record struct Lanes512(Vector512<float> Values) : ILanes<Lanes512>
{
    public static int Count => Vector512<float>.Count;

    public static Lanes512 Create(float value) => new(Vector512.Create(value));

    public static Lanes512 Load(ref float source, nuint index) => new(Vector512.LoadUnsafe(ref source, index));

    public void Store(ref float destination, nuint index) => Values.StoreUnsafe(ref destination, index);

    public float First() => Values.ToScalar();

    public static Lanes512 operator +(Lanes512 left, Lanes512 right) => new(left.Values + right.Values);

    public static Lanes512 operator -(Lanes512 left, Lanes512 right) => new(left.Values - right.Values);

    public static Lanes512 operator *(Lanes512 left, Lanes512 right) => new(left.Values * right.Values);

    public static Lanes512 MultiplyAdd(Lanes512 left, Lanes512 right, Lanes512 addend) =>
        new(Vector512.MultiplyAddEstimate(left.Values, right.Values, addend.Values));

    public static Lanes512 ShiftToExponent(Lanes512 integers) => new(Vector512.ShiftLeft(integers.Values.AsInt32(), 23).AsSingle());
}
