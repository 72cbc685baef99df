using System.Diagnostics;

namespace AttentionNotebooks.Browser.Tests;

/// <summary>The program <c>rsvg-convert</c>, which draws SVG files without a browser.</summary>
internal static class RsvgConvert
{
    /// <summary>Draws an SVG file in its own size as a PNG file.</summary>
    internal static async Task RunAsync(string svg, string png)
    {
        ProcessStartInfo start = new("rsvg-convert", ["--background-color", "white", "--output", png, svg]) { RedirectStandardError = true };
        using Process? process = Start(start);
        if (process is null)
        {
            Needed.Skip("No rsvg-convert on the path; Debian has it in librsvg2-bin.");
            return;
        }

        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal((0, ""), (process.ExitCode, errors));
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
