// Writes screenshots of every figure and chart, and a page that shows all of them:
//   dotnet run --project tests/AttentionNotebooks.ContactSheet [-- FOLDER [PART OF A NAME]]
using AttentionNotebooks.ContactSheet;
using AttentionNotebooks.ContactSheet.Browsing;
using AttentionNotebooks.ContactSheet.Figures;

if (Chromium.Executable is null)
{
    await Console.Error.WriteLineAsync(Chromium.Missing);
    return 1;
}

string folder = args.Length > 0 ? args[0] : Path.Combine("artifacts", "contact-sheet");
string part = args.Length > 1 ? args[1] : "";
Directory.CreateDirectory(folder);
await using Chromium chromium = await Chromium.StartAsync();
Sheet sheet = new(chromium, folder);
foreach (FigureExample figure in EveryFigure.All.Where(figure => figure.Name.Contains(part, StringComparison.Ordinal)))
    await sheet.AddAsync(figure.Name, figure.Html);
foreach ((string name, Func<Plotly.NET.GenericChart> make) in EveryChart.All.Where(chart => chart.Key.Contains(part, StringComparison.Ordinal)))
    await sheet.AddAsync(name, EveryChart.Notebook(make()), needsScript: true);
Console.WriteLine(sheet.Write());
return 0;
