using System.Globalization;
using System.Reflection;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.DotNet.Interactive.Formatting;

namespace AttentionNotebooks.Tests.Hosts;

/// <summary>Every type that shows itself has the form of each host: found as the hosts find it, escaped, the same in every culture, never empty, never too large.</summary>
public sealed class DisplayableConformanceTests
{
    private const string Markup = "<b onclick=\"run()\">bold</b>";
    private const string Ending = "</title></svg></script><u>";

    private static readonly object[] Hostile = [.. EveryDisplayable.Of([Markup, Ending, "plain", "\0", "שלום"], heads: 2)];

    private static readonly object[] Large = [.. EveryDisplayable.Of([.. Enumerable.Range(0, 64).Select(token => $"token{token}")], heads: 12)];

    public static TheoryData<string> Names => [.. EveryDisplayable.Types.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Html_FoundAsVersoFindsIt_IsEscapedAndScoped(string name)
    {
        IDocument page = new HtmlParser().ParseDocument(Call(Example(name), "ToHtml"));
        Assert.NotEmpty(page.Body!.TextContent.Trim());
        Assert.Empty(page.QuerySelectorAll("[onclick], u"));
        Assert.Empty(page.QuerySelectorAll("link, img[src^=http], script[src], iframe, object, embed"));
        Assert.All(page.QuerySelectorAll("style"), style => Assert.DoesNotMatch(@"(?m)(^|[},])\s*(\*|html|body|:root|table|td|th|svg|div|p|details|summary)\b", style.TextContent));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Dump_FoundAsLinqPadFindsIt_IsTheTextOutsideLinqPad(string name)
    {
        object example = Example(name);
        Assert.Equal(example.ToString(), Call(example, "ToDump"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Text_ForAConsole_IsReadableAndWithoutControlCharacters(string name)
    {
        string text = Example(name).ToString()!;
        Assert.NotEmpty(text.Trim());
        Assert.DoesNotContain(text, one => char.IsControl(one) && one != '\n' && one != '\r');
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void FormattersFoundByName_WithoutTheExtension_GiveHtmlAndText(string name)
    {
        object example = Example(name);
        CustomAttributeData attribute = example.GetType().GetCustomAttributesData().Concat(Inherited(example.GetType())).First(one => one.AttributeType.Name == "TypeFormatterSourceAttribute");
        Type source = (Type)attribute.ConstructorArguments[0].Value!;
        object[] formatters = [.. ((System.Collections.IEnumerable)source.GetMethod("CreateTypeFormatters")!.Invoke(Activator.CreateInstance(source), null)!).Cast<object>()];
        Assert.Equal([HtmlFormatter.MimeType, PlainTextFormatter.MimeType], formatters.Select(formatter => formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)));
        foreach (object formatter in formatters)
        {
            StringWriter writer = new();
            Assert.Equal(true, formatter.GetType().GetMethod("Format")!.Invoke(formatter, [example, writer]));
            Assert.NotEmpty(writer.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Forms_InAnotherCulture_AreTheSame(string name)
    {
        object example = Example(name);
        (string html, string text) = Forms(example);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CommaCulture();
            Assert.Equal((html, text), Forms(example));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Html_OfALayerOf12HeadsAnd64Tokens_KeepsTheBudget(string name)
    {
        int length = Call(Named(Large, name), "ToHtml").Length;
        Assert.InRange(length, 1, name is nameof(AttentionMap) or nameof(HeatmapFigure) or nameof(HeadViewFigure) ? 150_000 : 2_500_000);
    }

    private static object Example(string name) => Named(Hostile, name);

    private static object Named(object[] examples, string name) => examples.First(example => example.GetType().Name == name);

    private static string Call(object example, string method) =>
        Assert.IsType<string>(example.GetType().GetMethod(method, BindingFlags.Public | BindingFlags.Instance, [])!.Invoke(example, null));

    private static (string Html, string Text) Forms(object example) => (Call(example, "ToHtml"), example.ToString()!);

    private static IEnumerable<CustomAttributeData> Inherited(Type type) => type.BaseType is { } parent ? parent.GetCustomAttributesData().Concat(Inherited(parent)) : [];

    private static CultureInfo CommaCulture()
    {
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "~";
        return culture;
    }
}
