using AttentionNotebooks.Runner.Packages;

namespace AttentionNotebooks.Runner.Tests.Packages;

public sealed class PackageRequestTests
{
    [Theory]
    [InlineData("Some.Package", "Some.Package", null, true)]
    [InlineData("A, 1.2.3", "A", "1.2.3", false)]
    [InlineData("A,*-*", "A", "*-*", true)]
    [InlineData("A, [1.0,2.0)", "A", "[1.0,2.0)", false)]
    public void Parse_WellFormed_GivesIdAndVersion(string text, string id, string? version, bool isFloating)
    {
        var request = PackageRequest.Parse(text);

        Assert.Equal(new PackageRequest(id, version), request);
        Assert.Equal(isFloating, request.IsFloating);
    }

    [Theory]
    [InlineData("")]
    [InlineData("A B")]
    [InlineData("../A")]
    [InlineData("A,")]
    [InlineData("A, newest")]
    public void Parse_Malformed_Throws(string text) => Assert.Throws<PackageException>(() => PackageRequest.Parse(text));

    [Theory]
    [InlineData(null, true)]
    [InlineData("1.2", true)]
    [InlineData("1.2.0", true)]
    [InlineData("1.3.0", false)]
    [InlineData("1.1.0", false)]
    [InlineData("[1.0,2.0)", true)]
    [InlineData("[2.0,)", false)]
    public void Accepts_LoadedVersion_IsWhetherItIsWhatWasAskedFor(string? asked, bool accepted) =>
        Assert.Equal(accepted, new PackageRequest("A", asked).Accepts("1.2.0"));
}
