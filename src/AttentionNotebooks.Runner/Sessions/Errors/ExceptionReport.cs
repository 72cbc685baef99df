using System.Diagnostics;
using AttentionNotebooks.Runner.Outputs;

namespace AttentionNotebooks.Runner.Sessions.Errors;

/// <summary>Tells an exception of a cell: the cell's line first, then types and messages, then the frames that are the user's.</summary>
internal static class ExceptionReport
{
    /// <summary>Makes the error output.</summary>
    public static ErrorOutput Describe(Exception exception, CellSource source)
    {
        var frames = new StackTrace(exception, fNeedFileInfo: true).GetFrames();
        var line = frames.FirstOrDefault(frame => CellFrames.CellOf(frame) == source.Name)?.GetFileLineNumber();
        List<string> traceback = [];
        if (line is not null) traceback.Add(CellLine(source, line.Value));
        for (var inner = exception; inner is not null; inner = inner.InnerException)
            traceback.Add($"{(inner == exception ? "" : " ---> ")}{CellFrames.NameOf(inner.GetType())}: {inner.Message}");
        traceback.AddRange(CellFrames.Describe(frames));
        return new ErrorOutput(CellFrames.NameOf(exception.GetType()), exception.Message, traceback, line);
    }

    private static string CellLine(CellSource source, int line)
    {
        var lines = source.Text.ReplaceLineEndings("\n").Split('\n');
        return line <= lines.Length ? $"{source.Name}, line {line}: {lines[line - 1].Trim()}" : $"{source.Name}, line {line}";
    }
}
