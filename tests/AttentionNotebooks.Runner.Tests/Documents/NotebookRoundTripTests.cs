using AttentionNotebooks.Runner.Documents;
using AttentionNotebooks.Runner.Outputs;

namespace AttentionNotebooks.Runner.Tests.Documents;

public sealed class NotebookRoundTripTests
{
    [Fact]
    public void WriteAfterRead_JupyterMadeNotebook_GivesTheSameBytes()
    {
        Assert.Equal(NotebookText.Jupyter, NotebookText.Write(NotebookText.Read(NotebookText.Jupyter)));
    }

    [Fact]
    public void WriteAfterRead_FieldsInAnotherOrder_KeepsTheirOrder()
    {
        string text = NotebookText.Write(NotebookText.Read(
            """{"nbformat": 4, "nbformat_minor": 5, "metadata": {"z": 1, "a": 2}, "cells": [{"source": "x", "metadata": {}, "cell_type": "raw", "id": "i"}]}"""));

        string[] order = ["\"nbformat\"", "\"z\"", "\"a\"", "\"source\"", "\"cell_type\"", "\"id\""];
        int[] places = [.. order.Select(name => text.IndexOf(name, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void ReadAfterWrite_EveryKindOfOutput_GivesTheSameOutputs()
    {
        Output[] outputs =
        [
            new StreamOutput(StreamName.Stdout, "a\nb"),
            new StreamOutput(StreamName.Stderr, "\u001b[1mc\u001b[0m\r\n"),
            new ErrorOutput("Name", "message", ["first", "second"]),
        ];
        Dictionary<string, string> data = new() { ["text/html"] = "<p>\n</p>", ["text/plain"] = "", ["image/png"] = "AAAA", ["application/json"] = """{"a":1}""" };
        Cell cell = new("c", CellKind.Code, "x\n\ny\n") { ExecutionCount = 7, Outputs = [.. outputs, new DisplayOutput(data, IsResult: true)] };

        Cell read = Assert.Single(NotebookText.Read(NotebookText.Write(new Notebook([cell], ".net-csharp", "C#"))).Cells);

        Assert.Equal((cell.Id, cell.Kind, cell.Source, cell.ExecutionCount), (read.Id, read.Kind, read.Source, read.ExecutionCount));
        Assert.Equal(outputs[..2], read.Outputs.Take(2));
        ErrorOutput error = Assert.IsType<ErrorOutput>(read.Outputs[2]);
        Assert.Equal(["first", "second"], error.Traceback);
        DisplayOutput display = Assert.IsType<DisplayOutput>(read.Outputs[3]);
        Assert.True(display.IsResult);
        Assert.Equal(data, display.Data);
    }

    [Fact]
    public void ReadAfterWrite_RandomText_GivesTheSameText()
    {
        const string Letters = "ab\"\\/\n\r\t\b\f\0\u001f\u007f\u2028é⊤😀";
        Random random = new(5);
        string[] sources = [.. Enumerable.Range(0, 300).Select(length => string.Concat(random.GetItems(Letters.EnumerateRunes().ToArray(), length % 40)))];
        Cell[] cells = [.. sources.Select((source, index) => new Cell($"c{index}", CellKind.Raw, source))];

        Notebook read = NotebookText.Read(NotebookText.Write(new Notebook(cells, "", "")));

        Assert.Equal(sources, read.Cells.Select(cell => cell.Source));
    }
}
