using System.Numerics;
using System.Numerics.Tensors;
using AttentionNotebooks.Engine.Tests.Reference.Lanes;
using AttentionNotebooks.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Reference.Heads;

/// <summary>The gradients of one head from some gradient of its output, held against the formulas in double.</summary>
internal sealed class HeadGradients<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly HeadCase<T> head;

    public HeadGradients(HeadCase<T> head, int seed = 4)
    {
        this.head = head;
        Output = Samples.Draw<T>(head.Sizes.Value * head.Sizes.Queries, seed);
        Queries = new T[head.Queries.Length];
        Keys = new T[head.Keys.Length];
        Values = new T[head.Values.Length];
    }

    /// <summary>dO.</summary>
    public T[] Output { get; }

    public T[] Queries { get; }

    public T[] Keys { get; }

    public T[] Values { get; }

    /// <summary>Forward and backward at one width.</summary>
    public void ComputeAt(IWidth<T> width)
    {
        HeadResults<T> results = new(head.Sizes, Kept.Nothing);
        width.Attend(head.Spans(results), head.Rule, 0..head.Sizes.Queries);
        width.Differentiate(head.Spans(results), head.Rule, new GradientSpans<T> { Output = Output, Queries = Queries, Keys = Keys, Values = Values });
    }

    /// <summary>dV = dO·A′ᵀ, dS = c·A′ ∘ (VᵀdO − 1·diag(OᵀdO)), dQ = K·dS, dK = Q·dSᵀ.</summary>
    /// <remarks>
    /// A′ is off by the part r of itself (<see cref="HeadBound"/>), and the products by their roundings, so dS is off by c·A′·2g·R, where g = v·max|V|·max|dO| bounds
    /// VᵀdO and OᵀdO and R is r with all roundings. A column of A′ sums to 1, a row at most to n_q.
    /// </remarks>
    public void AgreeWithTheFormulas(string who)
    {
        HeadSizes sizes = head.Sizes;
        Matrix<double> q = Dense(head.Queries, sizes.Query), k = Dense(head.Keys, sizes.Query), v = Dense(head.Values, sizes.Value);
        Matrix<double> weights = Dense(head.Expected.Weights, sizes.Keys), output = Dense(head.Expected.Output, sizes.Value), given = Dense(Output, sizes.Value);
        double c = 1 / double.CreateChecked(head.Rule.Divisor * head.Rule.Temperature);
        Matrix<double> products = Matrix<double>.Build.Dense(sizes.Keys, sizes.Queries, (_, query) => output.Column(query) * given.Column(query));
        Matrix<double> scores = c * weights.PointwiseMultiply(v.TransposeThisAndMultiply(given) - products);

        double share = HeadBound.Of(head).Weights + (2 * RoundingBound.Sum<T>(sizes.Keys + sizes.Queries + sizes.Value, 1));
        double ofScores = 2 * c * sizes.Value * Greatest(head.Values) * Greatest(Output) * share;
        string what = $"by {who} of {sizes}, {head.Rule}";
        Near.Equal((k * scores).ToColumnMajorArray(), Queries, sizes.Query, (ofScores * Greatest(head.Keys), 0), $"dQ {what}");
        Near.Equal(q.TransposeAndMultiply(scores).ToColumnMajorArray(), Keys, sizes.Query, (ofScores * sizes.Queries * Greatest(head.Queries), 0), $"dK {what}");
        Near.Equal(given.TransposeAndMultiply(weights).ToColumnMajorArray(), Values, sizes.Value, (share * sizes.Queries * Greatest(Output), 0), $"dV {what}");
    }

    private static Matrix<double> Dense<TNumber>(TNumber[] columns, int rows)
        where TNumber : unmanaged, IFloatingPointIeee754<TNumber> => Matrix<double>.Build.Dense(rows, columns.Length / rows, columns.ToDouble());

    private static double Greatest(T[] numbers) => Math.Abs(double.CreateChecked(TensorPrimitives.MaxMagnitude<T>(numbers)));
}
