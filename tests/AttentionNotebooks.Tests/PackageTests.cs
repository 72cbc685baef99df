using System.IO.Compression;
using System.Xml.Linq;

namespace AttentionNotebooks.Tests;

/// <summary>What the packed package holds.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly ZipArchive package = ZipFile.OpenRead(RepositoryFiles.Package);

    public void Dispose() => package.Dispose();

    [Theory]
    [InlineData("lib/net10.0/AttentionNotebooks.dll")]
    [InlineData("lib/net10.0/AttentionNotebooks.xml")]
    [InlineData("lib/net10.0/AttentionNotebooks.Engine.dll")]
    [InlineData("lib/net10.0/AttentionNotebooks.Engine.xml")]
    [InlineData("lib/net10.0/AttentionNotebooks.Figures.dll")]
    [InlineData("lib/net10.0/AttentionNotebooks.Figures.xml")]
    [InlineData("interactive-extensions/dotnet/extension.dib")]
    [InlineData("README.md")]
    public void Package_Holds_WhatANotebookNeeds(string entry) => Assert.NotNull(package.GetEntry(entry));

    [Fact]
    public void Package_Libraries_AreOursAlone() =>
        Assert.All(
            package.Entries.Where(entry => entry.FullName.StartsWith("lib/", StringComparison.Ordinal)),
            entry => Assert.StartsWith("lib/net10.0/AttentionNotebooks", entry.FullName));

    [Fact]
    public void Package_Dependencies_LeaveTheHostOut()
    {
        using Stream nuspec = package.GetEntry("AttentionNotebooks.nuspec")!.Open();
        string[] dependencies = [.. XDocument.Load(nuspec).Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value).Order()];
        Assert.Equal(["MathNet.Numerics", "Plotly.NET.CSharp", "System.Numerics.Tensors"], dependencies);
    }
}
