using AttentionNotebooks.Runner.Documents;
using AttentionNotebooks.Runner.Tests.Files;

namespace AttentionNotebooks.Runner.Tests.Documents;

/// <summary>Notebooks as text, through a real file.</summary>
internal static class NotebookText
{
    /// <summary>As Jupyter wrote it: alphabetical fields, one blank per level, no needless escapes.</summary>
    internal const string Jupyter = """
        {
         "cells": [
          {
           "attachments": {
            "dot.png": {
             "image/png": "iVBORw0KGgo="
            }
           },
           "cell_type": "markdown",
           "id": "intro",
           "metadata": {
            "tags": [
             "x"
            ]
           },
           "source": [
            "# Títle ⊤ 😀 & <b>\n",
            "\n",
            "![dot](attachment:dot.png)"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 3,
           "id": "3f9a1c2e-77aa-4a6b-9a55-3a0bb1e0b7d1",
           "metadata": {
            "collapsed": false,
            "polyglot_notebook": {
             "kernelName": "csharp"
            }
           },
           "outputs": [
            {
             "name": "stdout",
             "output_type": "stream",
             "text": [
              "\u001b[31mred\u001b[0m\n"
             ]
            },
            {
             "name": "stdout",
             "output_type": "stream",
             "text": [
              "not merged by us\n"
             ]
            },
            {
             "data": {
              "application/json": {
               "a": [
                1.50,
                1e-7,
                null,
                true
               ],
               "b": {}
              },
              "image/png": "iVBORw0KGgo=",
              "text/plain": [
               "line 1\n",
               "line 2"
              ]
             },
             "execution_count": 3,
             "metadata": {
              "image/png": {
               "width": 400
              }
             },
             "output_type": "execute_result"
            },
            {
             "ename": "Boom",
             "evalue": "it\u0007 went",
             "output_type": "error",
             "traceback": [
              "at cell 2"
             ]
            }
           ],
           "source": [
            "1 + 1"
           ]
          },
          {
           "cell_type": "raw",
           "id": "raw",
           "metadata": {},
           "source": []
          }
         ],
         "metadata": {
          "authors": [
           {
            "name": "A. Author"
           }
          ],
          "kernelspec": {
           "display_name": ".NET (C#)",
           "language": "C#",
           "name": ".net-csharp"
          },
          "language_info": {
           "name": "C#",
           "version": "12.0"
          }
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    internal static Notebook Read(string text)
    {
        using ScratchFolder folder = new();
        return NotebookFile.Read(folder.Write("a.ipynb", text));
    }

    internal static string Write(Notebook notebook)
    {
        using ScratchFolder folder = new();
        NotebookFile.Write(notebook, folder["a.ipynb"]);
        return File.ReadAllText(folder["a.ipynb"]);
    }

    /// <summary>A notebook of one cell whose fields are given as JSON.</summary>
    internal static string OfCell(string cell) => OfCells([cell]);

    internal static string OfCells(IEnumerable<string> cells, string minor = "5") =>
        $$"""{"cells": [{{string.Join(',', cells)}}], "metadata": {}, "nbformat": 4, "nbformat_minor": {{minor}}}""";
}
