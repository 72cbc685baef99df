using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Sentences;

public sealed class SentenceTests
{
    public static TheoryData<string, string[]> Texts => new()
    {
        { "I saw the man with the telescope.", ["I", "saw", "the", "man", "with", "the", "telescope", "."] },
        { "It didn't cross — it’s too wide!?", ["It", "didn't", "cross", "—", "it’s", "too", "wide", "!", "?"] },
        { "a well-known self-attention-layer", ["a", "well-known", "self-attention-layer"] },
        { "'quoted' -dash- end-", ["'", "quoted", "'", "-", "dash", "-", "end", "-"] },
        { "x=3.14, 2nd", ["x", "=", "3", ".", "14", ",", "2nd"] },
        { "½cup of m² and Ⅷ", ["½cup", "of", "m²", "and", "Ⅷ"] },
        { "thumbs 👍🏽👩‍👩‍👧🇪🇺 up", ["thumbs", "👍🏽", "👩‍👩‍👧", "🇪🇺", "up"] },
        { "cafe\u0301 n\u0303o !\u0301", ["cafe\u0301", "n\u0303o", "!\u0301"] },
        { "שָׁלוֹם עולם!", ["שָׁלוֹם", "עולם", "!"] },
        { "می\u200Cخواهم", ["می\u200Cخواهم"] },
        { "我爱北京。", ["我爱北京", "。"] },
        { "\u200Fשלום\u200E \uFEFFword\u200B", ["שלום", "word"] },
        { " \t many \r\n spaces\u00A0here ", ["many", "spaces", "here"] },
        { "<script>", ["<", "script", ">"] },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Parse_Text_GivesItsTokens(string text, string[] tokens) => Assert.Equal(tokens, Sentence.Parse(text).Tokens);

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n\u00A0\u2003")]
    [InlineData("\u200B\u200E\0")]
    public void Parse_NothingVisible_IsRefused(string text)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(nameof(text), () => Sentence.Parse(text));
        Assert.Contains("text must hold at least one visible character", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tokens_None_AreRefused() => Assert.Throws<ArgumentException>("tokens", () => new Sentence([]));

    [Fact]
    public void Tokens_WithNull_AreRefused() => Assert.Throws<ArgumentException>("tokens", () => new Sentence(["the", null!]));

    [Fact]
    public void Tokens_ChangedByTheCaller_StayAsTheyWere()
    {
        string[] tokens = ["the", "bank"];
        Sentence sentence = new(tokens);
        tokens[1] = "river";
        Assert.Equal(["the", "bank"], sentence.Tokens);
    }

    [Fact]
    public void Embed_Sentence_HasAColumnForEachToken()
    {
        WordVectors vectors = WordVectors.Semantic;
        LabelledMatrix<double> input = Sentence.Parse("The bank near the river").Embed(vectors);

        Assert.Equal(("Input", "I", new Shape(8, 5)), (input.Name, input.Symbol, input.Shape));
        Assert.Equal(["The", "bank", "near", "the", "river"], input.ColumnLabels);
        Assert.Equal(vectors.Features, input.RowLabels);
        Assert.Equal(vectors["bank"], input.Column(1).Values);
        Assert.Equal(input.Column(0).Values, (Vector<double>)input.Column(3));
    }
}
