// Writes screenshots of every figure and chart, and a page that shows all of them:
//   dotnet run --project tests/AttentionNotebooks.ContactSheet [-- FOLDER [PART OF A NAME]]
using AttentionNotebooks.ContactSheet;
using AttentionNotebooks.ContactSheet.Browsing;
using AttentionNotebooks.ContactSheet.Figures;
using AttentionNotebooks.ContactSheet.Hosts;

if (Chromium.Executable is null)
{
    await Console.Error.WriteLineAsync(Chromium.Missing);
    return 1;
}

string folder = args.Length > 0 ? args[0] : Path.Combine("artifacts", "contact-sheet");
string part = args.Length > 1 ? args[1] : "";
Directory.CreateDirectory(folder);
await using Chromium chromium = await Chromium.StartAsync();
if (part.Length == 0) Console.WriteLine(await LoadTime.OfModelViewAsync(chromium));
Sheet sheet = new(chromium, folder);
string[] sections =
[
    .. await SideBySide.RunAsync(EveryFigure.All.Where(figure => IsWanted(figure.Name)), figure => sheet.AddAsync(figure.Name, figure.Html)),
    .. await SideBySide.RunAsync(EveryChart.All.Where(chart => IsWanted(chart.Key)), chart => sheet.AddAsync(chart.Key, EveryChart.Notebook(chart.Value()), needsScript: true)),
    .. await SideBySide.RunAsync(Host.All.Where(host => IsWanted(host.Name)), host => sheet.AddHostAsync(host, EveryFigure.Plain)),
    .. IsWanted("printed") ? new[] { await sheet.AddPrintAsync(EveryFigure.Plain) } : [],
];
Console.WriteLine(sheet.Write(sections));
return 0;

bool IsWanted(string name) => name.Contains(part, StringComparison.Ordinal);
