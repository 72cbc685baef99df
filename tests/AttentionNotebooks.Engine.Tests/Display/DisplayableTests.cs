using System.Reflection;
using AttentionNotebooks.Engine.Tests.Training;

namespace AttentionNotebooks.Engine.Tests.Display;

/// <summary>How results show themselves with the engine alone, and how hosts find that by name.</summary>
public sealed class DisplayableTests
{
    private static readonly Sentence Hostile = new(["<script>alert(1)</script>", "\"><img src=x onerror=…>"]);

    /// <summary>Every public type that shows itself.</summary>
    public static TheoryData<Type> DisplayableTypes => [.. typeof(Displayable).Assembly.GetExportedTypes().Where(typeof(Displayable).IsAssignableFrom)];

    public static TheoryData<Displayable, string> Results()
    {
        LabelledMatrix<double> input = Sentence.Parse("the bank").Embed(WordVectors.Semantic);
        MultiHeadTrace<double> layer = MultiHeadAttention.Random(8, 2, seed: 1).Trace(input);
        return new()
        {
            { input, "Input 8×2" },
            { input.Column(1), "Input, column bank, 8 entries" },
            { layer, "Multi-head attention, 2 heads" },
            { layer.Heads[0], "Attention of 2 queries over 2 keys" },
            { layer.Heads[0].Token("bank"), "Attention of 'bank'" },
            { layer.Map, "Attention map: 1 layers × 2 heads × 2 keys × 2 queries" },
            { new AttentionGrowth(GrowthAxis.Heads, [new GrowthPoint(AttentionCost.Of<float>(1, 1, 1), false, 1, 1)]), "Growth of attention with heads, 1 points" },
            { new TrainingHistory([new TrainingPoint(0, 2.5, 0.1, 1), new TrainingPoint(8, 0.5, 0.1, 1)]), "Training, 2 points from step 0 to 8, loss 2.5 to 0.5" },
            { new AttentionFilm([new AttentionFrame(3, layer.Map), new AttentionFrame(4, layer.Map)]), "Attention over training: 2 frames from step 3 to 4" },
            { RelationSamples.Report(), "What 4 heads do for 2 relations" },
            { Sentence.Parse("the bank"), "the | bank" },
        };
    }

    [Theory]
    [MemberData(nameof(Results), DisableDiscoveryEnumeration = true)]
    public void Result_WithoutTheFigures_IsOnePlainLine(Displayable result, string line)
    {
        Assert.Equal(line, result.ToString());
        Assert.Equal($"<pre>{System.Net.WebUtility.HtmlEncode(line)}</pre>", result.ToHtml());
        Assert.Equal(line, result.ToDump());
    }

    [Fact]
    public void Html_OfHostileTokens_IsEscaped()
    {
        Assert.DoesNotContain(["<script", "<img"], hostile => Hostile.ToHtml().Contains(hostile, StringComparison.Ordinal));
        Assert.Contains("<script>", Hostile.ToString(), StringComparison.Ordinal);
    }

    /// <summary>As .NET Interactive does it: an attribute of this name, read by reflection.</summary>
    [Theory]
    [MemberData(nameof(DisplayableTypes))]
    public void Type_AskedByName_NamesItsFormatterSource(Type type)
    {
        object attribute = Assert.Single(type.GetCustomAttributes(inherit: true), attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute");

        Assert.Equal(["text/html", "text/plain"], Get<string[]>(attribute, "PreferredMimeTypes"));
        Assert.NotNull(Get<Type>(attribute, "FormatterSourceType").GetConstructor(Type.EmptyTypes));
    }

    [Fact]
    public void Formatters_CalledByName_WriteBothForms()
    {
        object attribute = typeof(Sentence).GetCustomAttributes(inherit: true).Single(attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute");
        object source = Activator.CreateInstance(Get<Type>(attribute, "FormatterSourceType"))!;
        object[] formatters = [.. (IEnumerable<object>)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!];

        Assert.Equal(["text/html", "text/plain"], formatters.Select(formatter => Get<string>(formatter, "MimeType")));
        Assert.Equal([Hostile.ToHtml(), Hostile.ToString()], formatters.Select(formatter => Format(formatter, Hostile)));
        Assert.All(formatters, formatter => Assert.Null(Format(formatter, "something else")));
    }

    /// <summary>What the formatter wrote; null where it said that the object is none of its own.</summary>
    private static string? Format(object formatter, object instance)
    {
        using StringWriter writer = new();
        MethodInfo format = formatter.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)])!;
        return (bool)format.Invoke(formatter, [instance, writer])! ? writer.ToString() : null;
    }

    private static TValue Get<TValue>(object instance, string property) =>
        Assert.IsType<TValue>(instance.GetType().GetProperty(property)!.GetValue(instance), exactMatch: false);
}
