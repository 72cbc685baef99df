using AttentionNotebooks.ContactSheet.Browsing;
using AttentionNotebooks.ContactSheet.Figures;

namespace AttentionNotebooks.Browser.Tests;

/// <summary>A saved SVG opens by itself, and looks the same, in another program than a browser.</summary>
public sealed class SvgFileTests(BrowserFixture browser)
{
    /// <summary>Compares two pictures, made small so that the programs' different ways to smooth letters do not count.</summary>
    private const string Compare =
        """
        async ([first, second]) => {
          async function load(address) {
            const image = new Image();
            image.src = address;
            await image.decode();
            return image;
          }
          function draw(image, width, height) {
            const canvas = new OffscreenCanvas(width, height), drawing = canvas.getContext('2d');
            drawing.fillStyle = 'white';
            drawing.fillRect(0, 0, width, height);
            drawing.imageSmoothingQuality = 'high';
            drawing.drawImage(image, 0, 0, width, height);
            return canvas;
          }
          function pixels(image, width, height) {
            const full = draw(image, image.naturalWidth, image.naturalHeight);
            return draw(full, width, height).getContext('2d').getImageData(0, 0, width, height).data;
          }
          const images = [await load(first), await load(second)];
          const width = Math.round(images[0].naturalWidth / 4), height = Math.round(images[0].naturalHeight / 4);
          const [left, right] = images.map(image => pixels(image, width, height));
          let difference = 0, ink = 0;
          left.forEach((value, index) => { difference += Math.abs(value - right[index]); ink += 255 - right[index]; });
          return [images[0].naturalWidth, images[0].naturalHeight, images[1].naturalWidth, images[1].naturalHeight, difference / left.length, ink / left.length];
        }
        """;

    public static TheoryData<string> Names => [.. EverySvg.Savers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task SavedSvg_DrawnByRsvg_LooksAsInABrowser(string name)
    {
        string folder = Directory.CreateTempSubdirectory("svg-").FullName;
        try
        {
            string svg = Path.Combine(folder, "figure.svg"), png = Path.Combine(folder, "figure.png");
            EverySvg.Savers[name](svg);
            await RsvgConvert.RunAsync(svg, png);
            await using WatchedPage page = await browser.ShowAsync("");
            double[] found = await page.Page.EvaluateAsync<double[]>(Compare, new[] { Address(svg, "image/svg+xml"), Address(png, "image/png") });
            Assert.Equal(found[0], found[2], tolerance: 1);
            Assert.Equal(found[1], found[3], tolerance: 1);
            Assert.InRange(found[4], 0, Math.Min(4, found[5] / 4));
            Assert.True(found[5] > 1, $"The picture is blank: on average {found[5]:0.00} of 255.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Address(string path, string type) => $"data:{type};base64,{Convert.ToBase64String(File.ReadAllBytes(path))}";
}
