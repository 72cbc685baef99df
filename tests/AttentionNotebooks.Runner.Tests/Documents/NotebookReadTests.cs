using AttentionNotebooks.Runner.Documents;

namespace AttentionNotebooks.Runner.Tests.Documents;

public sealed class NotebookReadTests
{
    [Fact]
    public void Read_JupyterMadeNotebook_KnowsItsCells()
    {
        Notebook notebook = NotebookText.Read(NotebookText.Jupyter);

        Assert.Equal((".net-csharp", "C#"), (notebook.KernelName, notebook.Language));
        Assert.Equal([CellKind.Markdown, CellKind.Code, CellKind.Raw], notebook.Cells.Select(cell => cell.Kind));
        Assert.Equal("# Títle ⊤ 😀 & <b>\n\n![dot](attachment:dot.png)", notebook.Cells[0].Source);
        Assert.Equal("iVBORw0KGgo=", notebook.Cells[0].Attachments["dot.png"]["image/png"]);
        Assert.Equal(("csharp", 3, 4), (notebook.Cells[1].Language, notebook.Cells[1].ExecutionCount, notebook.Cells[1].Outputs.Count));
    }

    [Fact]
    public void Read_SourceIsAString_IsReadAsItIs()
    {
        Notebook notebook = NotebookText.Read(NotebookText.OfCell("""{"cell_type": "raw", "id": "a", "metadata": {}, "source": "x\ny"}"""));

        Assert.Equal("x\ny", notebook.Cells[0].Source);
    }

    [Fact]
    public void Read_IdsAreMissingDoubleOrInvalid_EveryCellHasAnIdThatStaysTheSame()
    {
        string?[] ids = [null, null, "twin", "twin", "not valid!", "", "kept"];
        string text = NotebookText.OfCells(ids.Select(id => $$"""{"cell_type": "raw", {{(id is null ? "" : $"\"id\": \"{id}\", ")}}"metadata": {}, "source": "same"}"""));

        string[] first = [.. NotebookText.Read(text).Cells.Select(cell => cell.Id)];

        Assert.Equal(first, NotebookText.Read(text).Cells.Select(cell => cell.Id));
        Assert.Equal(first.Length, first.Distinct().Count());
        Assert.All(first, id => Assert.Matches(@"\A[a-zA-Z0-9_-]{1,64}\z", id));
        Assert.Equal(("twin", "kept"), (first[2], first[6]));
    }

    [Theory]
    [InlineData("{", "not valid JSON")]
    [InlineData("", "not valid JSON")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("null", "not a JSON object")]
    [InlineData("""{"nbformat": 4, "nbformat": 4}""", "not valid JSON")]
    [InlineData("""{"cells": []}""", "the notebook has no 'nbformat'")]
    [InlineData("""{"nbformat": 3, "nbformat_minor": 0, "worksheets": []}""", "it is nbformat 3, and only nbformat 4 can be read")]
    [InlineData("""{"nbformat": 5, "nbformat_minor": 0, "metadata": {}, "cells": []}""", "it is nbformat 5")]
    [InlineData("""{"nbformat": "4", "nbformat_minor": 0, "metadata": {}, "cells": []}""", "'nbformat' of the notebook must be a whole number")]
    [InlineData("""{"nbformat": 4, "metadata": {}, "cells": []}""", "the notebook has no 'nbformat_minor'")]
    [InlineData("""{"nbformat": 4, "nbformat_minor": 5, "cells": []}""", "the notebook has no 'metadata'")]
    [InlineData("""{"nbformat": 4, "nbformat_minor": 5, "metadata": {}}""", "the notebook has no 'cells'")]
    [InlineData("""{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": {}}""", "'cells' of the notebook must be a list")]
    public void Read_FileIsNoNotebook_SaysWhichFileAndWhatIsWrong(string text, string problem)
    {
        NotebookFormatException exception = Assert.Throws<NotebookFormatException>(() => NotebookText.Read(text));

        Assert.Contains("a.ipynb", exception.Message, StringComparison.Ordinal);
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "cell 1 must be an object")]
    [InlineData("""{"metadata": {}, "source": ""}""", "cell 1 has no 'cell_type'")]
    [InlineData("""{"cell_type": "heading", "metadata": {}, "source": ""}""", "cell 1 has the unknown type 'heading'")]
    [InlineData("""{"cell_type": "raw", "source": ""}""", "cell 1 has no 'metadata'")]
    [InlineData("""{"cell_type": "raw", "metadata": {}}""", "cell 1 has no 'source'")]
    [InlineData("""{"cell_type": "raw", "metadata": {}, "source": [1]}""", "'source' of cell 1 must be a string or a list of strings")]
    [InlineData("""{"cell_type": "code", "metadata": {}, "source": "", "execution_count": null}""", "cell 1 has no 'outputs'")]
    [InlineData("""{"cell_type": "code", "metadata": {}, "source": "", "outputs": []}""", "cell 1 has no 'execution_count'")]
    [InlineData("""{"cell_type": "code", "metadata": {}, "source": "", "outputs": [], "execution_count": 1.5}""", "'execution_count' of cell 1 must be a whole number")]
    [InlineData("""{"cell_type": "code", "metadata": {}, "source": "", "outputs": [{}], "execution_count": 1}""", "output 1 of cell 1 has no 'output_type'")]
    [InlineData("""{"cell_type": "code", "metadata": {}, "source": "", "outputs": [{"output_type": "pyout"}], "execution_count": 1}""", "unknown type 'pyout'")]
    [InlineData("""{"cell_type": "code", "metadata": {}, "source": "", "outputs": [{"output_type": "stream", "name": "stdout"}], "execution_count": 1}""", "output 1 of cell 1 has no 'text'")]
    [InlineData("""{"cell_type": "markdown", "metadata": {}, "source": "", "attachments": {"a": 1}}""", "'a' of the attachments of cell 1 must be an object")]
    public void Read_CellIsBroken_SaysWhichCellAndWhatIsWrong(string cell, string problem)
    {
        NotebookFormatException exception = Assert.Throws<NotebookFormatException>(() => NotebookText.Read(NotebookText.OfCell(cell)));

        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }
}
