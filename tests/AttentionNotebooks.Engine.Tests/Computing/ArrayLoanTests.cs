namespace AttentionNotebooks.Engine.Tests.Computing;

public sealed class ArrayLoanTests
{
    [Fact]
    public void Loans_OfAnyLengths_DoNotOverlap()
    {
        using ArrayLoan<int> loan = new();
        Random random = new(1);
        ArraySegment<int>[] loans = [.. Enumerable.Range(0, 200).Select(_ => loan.Rent(random.Next(1, 100_000)))];
        for (int index = 0; index < loans.Length; index++) loans[index].AsSpan().Fill(index);
        for (int index = 0; index < loans.Length; index++) Assert.DoesNotContain(loans[index], entry => entry != index);
    }

    [Fact]
    public void Loans_ManyOfASize_TakeFewArrays()
    {
        using ArrayLoan<float> loan = new();
        ArraySegment<float>[] loans = [.. Enumerable.Range(0, 500).Select(_ => loan.Rent(70_000))];
        Assert.InRange(loans.Select(one => one.Array).Distinct().Count(), 1, 30);
    }
}
