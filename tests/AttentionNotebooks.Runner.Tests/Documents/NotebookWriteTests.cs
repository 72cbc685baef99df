using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Documents;
using AttentionNotebooks.Runner.Outputs;

namespace AttentionNotebooks.Runner.Tests.Documents;

public sealed class NotebookWriteTests
{
    [Fact]
    public void Write_NewNotebook_IsNbformat45WithItsKernel()
    {
        JsonNode file = Json(new Notebook([new Cell("a", CellKind.Markdown, "x\ny\n")], ".net-csharp", "C#"));

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {
                  "cells": [{"cell_type": "markdown", "id": "a", "metadata": {}, "source": ["x\n", "y\n"]}],
                  "metadata": {"kernelspec": {"display_name": ".net-csharp", "name": ".net-csharp"}, "language_info": {"name": "C#"}},
                  "nbformat": 4,
                  "nbformat_minor": 5
                }
                """),
            file));
    }

    [Fact]
    public void Write_OlderMinorVersion_BecomesNbformat45WithIds()
    {
        string old = NotebookText.OfCells(["""{"cell_type": "raw", "metadata": {}, "source": "x"}"""], minor: "2");

        JsonNode file = Json(NotebookText.Read(old));

        Assert.Equal(5, (int)file["nbformat_minor"]!);
        Assert.Matches("^[0-9a-f]{8}$", (string)file["cells"]![0]!["id"]!);
    }

    [Fact]
    public void Write_NeighbouringStreamsOfOneName_AreOne()
    {
        JsonArray outputs = Outputs(
            new StreamOutput(StreamName.Stdout, "a\n"),
            new StreamOutput(StreamName.Stdout, "b"),
            new StreamOutput(StreamName.Stderr, "c"),
            new StreamOutput(StreamName.Stdout, "d"),
            new DisplayOutput(new Dictionary<string, string>()),
            new StreamOutput(StreamName.Stdout, "e"));

        Assert.Equal(["stdout", "stderr", "stdout", null, "stdout"], outputs.Select(output => (string?)output!["name"]));
        Assert.Equal(["a\n", "b"], outputs[0]!["text"]!.AsArray().Select(line => (string?)line));
    }

    [Fact]
    public void Write_MimeTypes_TextIsLinesJsonIsJsonPicturesAreStrings()
    {
        JsonNode data = Outputs(new DisplayOutput(new Dictionary<string, string>
        {
            ["text/html"] = "a\nb",
            ["image/svg+xml"] = "<svg>\n</svg>",
            ["image/png"] = "AA\nBB",
            ["application/json"] = "[1]",
            ["application/vnd.x+json"] = "not json",
        }))[0]!["data"]!;

        Assert.Equal("""["a\n","b"]""", data["text/html"]!.ToJsonString());
        _ = Assert.IsType<JsonArray>(data["image/svg+xml"]);
        Assert.Equal("AA\nBB", (string?)data["image/png"]);
        Assert.Equal("[1]", data["application/json"]!.ToJsonString());
        Assert.Equal("not json", (string?)data["application/vnd.x+json"]);
    }

    [Fact]
    public void Write_ResultAndError_CarryWhatNbformatAsksFor()
    {
        JsonArray outputs = Outputs(new DisplayOutput(new Dictionary<string, string>(), IsResult: true), new ErrorOutput("N", "m", ["t"]));

        Assert.Equal("""{"data":{},"execution_count":4,"metadata":{},"output_type":"execute_result"}""", outputs[0]!.ToJsonString());
        Assert.Equal("""{"ename":"N","evalue":"m","output_type":"error","traceback":["t"]}""", outputs[1]!.ToJsonString());
    }

    [Fact]
    public void Write_CellRanAgain_ReplacesItsOutputsAndKeepsItsMetadata()
    {
        Notebook notebook = NotebookText.Read(NotebookText.Jupyter);
        Cell again = notebook.Cells[1] with { ExecutionCount = 9, Outputs = [] };

        JsonNode cell = Json(notebook with { Cells = [again] })["cells"]![0]!;

        Assert.Equal(9, (int)cell["execution_count"]!);
        Assert.Empty(cell["outputs"]!.AsArray());
        Assert.Equal("csharp", (string?)cell["metadata"]!["polyglot_notebook"]!["kernelName"]);
    }

    [Fact]
    public void Write_SameNotebookTwice_ReadNotebookIsNotChanged()
    {
        Notebook notebook = NotebookText.Read(NotebookText.Jupyter);

        _ = NotebookText.Write(notebook with { KernelName = "other", Cells = [] });

        Assert.Equal(NotebookText.Jupyter, NotebookText.Write(notebook));
    }

    private static JsonArray Outputs(params Output[] outputs)
    {
        Cell cell = new("a", CellKind.Code, "") { ExecutionCount = 4, Outputs = outputs };
        return Json(new Notebook([cell], "", ""))["cells"]![0]!["outputs"]!.AsArray();
    }

    private static JsonNode Json(Notebook notebook) => JsonNode.Parse(NotebookText.Write(notebook))!;
}
