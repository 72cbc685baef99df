using AttentionNotebooks.Runner.Tests.Jupyter.Support;

namespace AttentionNotebooks.Runner.Tests.Jupyter.Life;

public sealed class KernelLoadTests
{
    private const int Cells = 1_000;
    private const long GrowthLimit = 300_000_000;

    [Fact]
    public void ThousandCells_OneAfterAnother_StayWithinTheirMemory()
    {
        using var live = new LiveKernel();
        for (var i = 0; i < 20; i++) live.Client.Execute("");
        var start = WorkingSet(live);

        for (var i = 0; i < Cells; i++)
            Assert.Equal($"{i}", live.Client.Execute($"var x{i} = {i}; $\"{{x{i}}}\"").Result);

        Assert.InRange(WorkingSet(live) - start, long.MinValue, GrowthLimit);
    }

    private static long WorkingSet(LiveKernel live)
    {
        live.Kernel.Process.Refresh();
        return live.Kernel.Process.WorkingSet64;
    }
}
