using System.CommandLine;
using System.Globalization;
using AttentionNotebooks.Benchmarks;

// How fast attention is here and elsewhere, and how far that is from what the machine can do.
//     dotnet run -c Release --project tests/AttentionNotebooks.Benchmarks [-- --quick]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var quick = new Option<bool>("--quick") { Description = "Fewer sizes and rounds: three minutes at most instead of half an hour." };
var filter = new Option<string>("--filter") { Description = "Only cases with this in their name, for example 'causal (12,512'.", DefaultValueFactory = _ => "" };
var memory = new Option<bool>("--memory") { Description = "Measure memory instead of time." };
var output = new Option<string>("--output", "-o")
{
    Description = "The folder for results.md and results.json.",
    DefaultValueFactory = _ => "artifacts/benchmarks",
};

var root = new RootCommand("Measures attention against its peers and against the limits of the machine.") { quick, filter, memory, output };
root.SetAction(arguments => Benchmark.Run(new Settings(
    arguments.GetValue(quick), arguments.GetRequiredValue(filter), arguments.GetValue(memory), arguments.GetRequiredValue(output))));
return root.Parse(args).Invoke();
