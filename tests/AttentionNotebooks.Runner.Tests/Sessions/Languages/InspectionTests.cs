using AttentionNotebooks.Runner.Tests.Support;

namespace AttentionNotebooks.Runner.Tests.Sessions.Languages;

[Collection(ProcessWide.Name)]
public sealed class InspectionTests : IDisposable
{
    private readonly TestSession session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task FunctionOfAnEarlierCell_Inspected_GivesItsSignatureAndSummary()
    {
        await session.RunAsync("/// <summary>Doubles a number, <c>twice</c>.</summary>\n/// <param name=\"value\">What to double.</param>\nint Doubled(int value, bool again = false) => 2 * value;");
        var inspection = await session.InspectAsync("var y = Dou|bled(1);");

        Assert.Contains("int Doubled(int value, [bool again = false])", inspection!.Text);
        Assert.Contains("Doubles a number", inspection.Text);
        Assert.Contains("```csharp\nint Doubled(int value, [bool again = false])\n```", inspection.Markdown);
    }

    [Fact]
    public async Task Variable_Inspected_GivesItsType()
    {
        await session.RunAsync("var pairs = new Dictionary<string, List<int>>();");

        Assert.Contains("Dictionary<string, List<int>> pairs", (await session.InspectAsync("pai|rs"))!.Text);
        Assert.Contains("Dictionary<string, List<int>> pairs", (await session.InspectAsync("pairs|"))!.Text);
    }

    [Theory]
    [InlineData("Doubled(|", "int value")]
    [InlineData("Doubled(1, |)", "bool again = false")]
    [InlineData("Doubled(again: |", "bool again = false")]
    [InlineData("Math.Abs(Doubled(1, |", "bool again = false")]
    [InlineData("Doubled(\"\uD83D\uDE00, \".Length, |", "bool again = false")]
    public async Task Call_InspectedInsideItsArguments_MarksTheParameter(string marked, string parameter)
    {
        await session.RunAsync("int Doubled(int value, bool again = false) => 2 * value;");
        var lines = (await session.InspectAsync(marked))!.Text.Split('\n');

        Assert.Equal("int Doubled(int value, bool again = false)", lines[0]);
        Assert.Equal((lines[0].IndexOf(parameter, StringComparison.Ordinal), parameter.Length), (lines[1].IndexOf('~'), lines[1].Count(sign => sign == '~')));
    }

    [Theory]
    [InlineData("new List<int>(capacity: |", "List<int>.List(int capacity)")]
    [InlineData("List<int> list = new(|", "List<int>.List(IEnumerable<int> collection)")]
    [InlineData("\"\"[|", "char string.this[int index]")]
    [InlineData("Func<int, bool> f = null; f(|", "bool Func<int, bool>.Invoke(int arg)")]
    [InlineData("string.Join(',', |", "string string.Join(char separator, params string?[] value)")]
    [InlineData("new[] { 1 }.Select(|", "Select<")]
    [InlineData("[Obsolete(|] class C { }", "ObsoleteAttribute(string? message)")]
    [InlineData("class B(int size) { } class D() : B(|", "B.B(int size)")]
    public async Task Call_OfEachKind_TellsItsOverloads(string marked, string expected) =>
        Assert.Contains(expected, (await session.InspectAsync(marked))!.Text);

    [Theory]
    [InlineData("Math.Max(1, |", "int Math.Max(int val1, int val2)")]
    [InlineData("Math.Max(1.5f, |", "float Math.Max(float val1, float val2)")]
    [InlineData("string.Join(\",\", |", "string string.Join(string? separator,")]
    public async Task Overloads_OfACall_BeginWithTheOneThatFits(string marked, string first) =>
        Assert.StartsWith(first, (await session.InspectAsync(marked))!.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("var x = 1;\n|\n")]
    [InlineData("#!ti|me")]
    [InlineData("#!markdown\nConso|le")]
    [InlineData("|")]
    public async Task PlaceWithoutAName_Inspected_GivesNothing(string marked) => Assert.Null(await session.InspectAsync(marked));

    [Fact]
    public async Task Documentation_OfTheFramework_IsFoundInTheReferencePack()
    {
        var packs = Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref");
        Assert.SkipUnless(Directory.Exists(packs), "Only the SDK brings the framework's documentation.");

        Assert.Contains("larger of two", (await session.InspectAsync("Math.M|ax(1, 2)"))!.Text);
        Assert.Contains("Filters a sequence", (await session.InspectAsync("new[] { 1 }.Wh|ere(x => true)"))!.Text);
        Assert.Contains("Initializes a new instance", (await session.InspectAsync("new Li|st<int>()"))!.Text);
    }

    [Fact]
    public async Task Documentation_OfAPackage_IsReadFromBesideItsAssembly()
    {
        var feed = new LocalFeed(session.Folder.Path);
        var id = LocalFeed.NewId("Documented");
        var xml = session.Folder.File("docs.xml");
        await File.WriteAllTextAsync(xml, """
            <doc><members>
            <member name="M:Documented.Map(System.Int32)"><summary>Takes the map of <see cref="T:Some.Layer"/> &lt;one&gt;.</summary>
            <param name="layer">Counted from <c>0</c>.</param></member>
            </members></doc>
            """, TestContext.Current.CancellationToken);
        feed.Pack(id, "1.0.0", "public static class Documented { public static int Map(int layer) => layer; }", file: ($"lib/net10.0/{id}.xml", xml));
        await session.RunAsync($"#r \"nuget: {id}\"");

        Assert.Contains("Takes the map of", (await session.InspectAsync("Documented.Ma|p(1)"))!.Text);
        var call = (await session.InspectAsync("Documented.Map(|"))!;
        Assert.Contains("Takes the map of Layer <one>.", call.Text);
        Assert.Contains("layer: Counted from 0.", call.Text);
        Assert.Contains(@"\<one\>", call.Markdown);
    }
}
