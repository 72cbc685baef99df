using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Tests.Jupyter.Support;

// How long a person waits for the kernel, and how it grows. Printed, never asserted: the numbers are the machine's as much as ours.
//     dotnet run -c Release --project tests/AttentionNotebooks.KernelBenchmark [-- cells]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var cells = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000;

var watch = Stopwatch.StartNew();
using var live = new LiveKernel();
live.Client.Execute("1 + 1");
Console.WriteLine($"start of the process to the end of the first cell: {watch.Elapsed.TotalSeconds:0.00} s");

Time(20, () => live.Client.Execute("")); // Warm-up.
var megabytes = Megabytes();
Report("empty cell", Time(100, () => live.Client.Execute("")));
Report("completion, first", Time(1, Complete));
Report("completion", Time(50, Complete));

var number = 0;
Report($"{cells} cells that each declare and show something", Time(cells, () => live.Client.Execute($"var x{++number} = {number}; x{number} * 2")));
Report("empty cell after them", Time(100, () => live.Client.Execute("")));
Report("completion, first a second after a cell", Enumerable.Range(0, 10).Select(_ => FirstAfterCell()).ToArray());
Console.WriteLine($"memory: {megabytes:0} MB at the start, {Megabytes() - megabytes:+0;-0;0} MB since");

void Complete() => live.Client.Ask("complete_request", new JsonObject { ["code"] = "Console.Wri", ["cursor_pos"] = 11 });

double FirstAfterCell()
{
    live.Client.Execute($"var y{++number} = {number};");
    Thread.Sleep(TimeSpan.FromSeconds(1));
    return Time(1, Complete)[0];
}

double Megabytes()
{
    live.Kernel.Process.Refresh();
    return live.Kernel.Process.WorkingSet64 / 1e6;
}

static double[] Time(int times, Action action)
{
    var milliseconds = new double[times];
    for (var i = 0; i < times; i++)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        milliseconds[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    return milliseconds;
}

static void Report(string what, double[] milliseconds)
{
    var sorted = milliseconds.Order().ToArray();
    Console.WriteLine($"{what}: median {sorted[sorted.Length / 2]:0.0} ms, 95 % within {sorted[(int)(sorted.Length * 0.95)]:0.0} ms");
}
