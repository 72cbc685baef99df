using System.Text.RegularExpressions;
using MathNet.Numerics.LinearAlgebra;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace AttentionNotebooks.Tests;

/// <summary>What the README shows is what happens.</summary>
public sealed class ReadmeTests
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("attention-notebooks-").FullName;

    [Fact]
    public async Task Example_Run_PrintsWhatIsWritten()
    {
        string example = Block("csharp"), expected = Block("text");
        Assert.InRange(example.Split('\n').Length, 10, 15);
        Assert.Equal(expected, await Run(example));
        Assert.Contains("<svg", File.ReadAllText(Path.Combine(Folder, "heads.html")));
    }

    [Fact]
    public async Task Example_AsAFileBasedApp_PrintsWhatIsWritten()
    {
        using FileBasedApp app = new(Block("csharp"));
        Assert.Equal(Block("text"), await app.RunAsync());
        Assert.Contains("<svg", File.ReadAllText(Path.Combine(app.Folder, "heads.html")));
    }

    [Fact]
    public void Picture_Committed_IsWhatTheExampleDraws()
    {
        LabelledMatrix<double> input = Sentence.Parse("I saw the man with the telescope").Embed(WordVectors.Random(size: 8, seed: 5));
        string path = Path.Combine(Folder, "four-heads.svg");
        MultiHeadAttention.Random(modelSize: 8, heads: 4, seed: 3).Trace(input).Map.Heatmap().SaveSvg(path);
        Assert.Equal(File.ReadAllText(Path.Combine(RepositoryFiles.Root, "notebooks", "images", "four-heads.svg")), File.ReadAllText(path));
    }

    private static async Task<string> Run(string example)
    {
        StringWriter output = new() { NewLine = "\n" };
        ScriptOptions options = ScriptOptions.Default
            .WithReferences(typeof(Matrix<>).Assembly, typeof(Sentence).Assembly, typeof(Figure).Assembly, typeof(Claim).Assembly, typeof(Enumerable).Assembly)
            .WithImports("System");
        TextWriter console = Console.Out;
        Console.SetOut(output);
        try
        {
            await CSharpScript.RunAsync(example.Replace("heads.html", Path.Combine(Folder, "heads.html"), StringComparison.Ordinal), options);
        }
        finally
        {
            Console.SetOut(console);
        }

        return output.ToString().TrimEnd('\n');
    }

    private static string Block(string language) => Regex.Match(RepositoryFiles.Readme, $"(?s)```{language}\n(.*?)\n```").Groups[1].Value;
}
