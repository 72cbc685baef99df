using System.Numerics;

namespace AttentionNotebooks.Engine.Tests.Reference.Lanes;

/// <summary>One tile to be multiplied: C = finish(A·B), with steps of its own for each of them.</summary>
internal sealed class TileCase<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int lanes;

    public TileCase(int rows, int lanes, int inner, FinishCase finish, bool isTransposed, int gap)
    {
        this.lanes = lanes;
        (Rows, Inner, Finish, PanelStep, Step) = (rows, inner, finish, lanes + (gap / 2), lanes + gap);
        (RowStep, InnerStep) = isTransposed ? (1, rows + gap) : (inner + gap, 1);
        A = Samples.Draw<T>(((rows - 1) * RowStep) + ((inner - 1) * InnerStep) + 1, seed: 1);
        B = Samples.Draw<T>(((inner - 1) * PanelStep) + lanes, seed: 2);
        Factors = Samples.Draw<T>(lanes, seed: 3);
        Before = Samples.Draw<T>(rows * Step, seed: 4);
    }

    public int Rows { get; }

    public int Inner { get; }

    public FinishCase Finish { get; }

    public int RowStep { get; }

    public int InnerStep { get; }

    /// <summary>From row to row of B.</summary>
    public int PanelStep { get; }

    /// <summary>From row to row of C.</summary>
    public int Step { get; }

    public T[] A { get; }

    public T[] B { get; }

    public T[] Factors { get; }

    /// <summary>What C holds before.</summary>
    public T[] Before { get; }

    /// <summary>Asserts that C is what the formula says, and that between its rows nothing was written.</summary>
    public void Agrees(T[] c, string who)
    {
        double[] expected = [.. c.Select((_, index) => index % Step < lanes ? Expected(index / Step, index % Step) : double.CreateChecked(Before[index]))];
        Near.Equal(expected, c, Step, (RoundingBound.Sum<T>(Inner, Inner + 1), 0), $"Cᵀ by {who}");
        Assert.All(Enumerable.Range(0, c.Length).Where(index => index % Step >= lanes), index => Assert.Equal(Before[index], c[index]));
    }

    private double Expected(int row, int lane)
    {
        double sum = Enumerable.Range(0, Inner).Sum(p => double.CreateChecked(A[(row * RowStep) + (p * InnerStep)]) * double.CreateChecked(B[(p * PanelStep) + lane]));
        double before = double.CreateChecked(Before[(row * Step) + lane]);
        return Finish switch
        {
            FinishCase.Overwrite => sum,
            FinishCase.Rescale => (double.CreateChecked(Factors[lane]) * before) + sum,
            FinishCase.Accumulate => before + sum,
            _ => throw new InvalidOperationException(),
        };
    }
}
