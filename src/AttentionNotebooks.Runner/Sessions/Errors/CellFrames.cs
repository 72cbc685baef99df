using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace AttentionNotebooks.Runner.Sessions.Errors;

/// <summary>The part of a stack trace that a notebook's reader can use, without the machinery below the cell and without file paths.</summary>
internal static partial class CellFrames
{
    private static readonly string[] Machinery = ["System.Runtime.ExceptionServices", "System.Runtime.CompilerServices", "Microsoft.CodeAnalysis"];

    /// <summary>One line for each frame from the throw to the outermost line of a cell.</summary>
    public static IEnumerable<string> Describe(IReadOnlyList<StackFrame> frames)
    {
        var count = frames.Count;
        while (count > 0 && !IsInCell(frames[count - 1])) count--;
        return frames
            .Take(count > 0 ? count : frames.Count)
            .Where(frame => IsInCell(frame) || !IsMachinery(frame))
            .Select(frame => "   at " + Describe(frame));
    }

    /// <summary>The full name of a type, without the class that scripting wraps around a cell's own types.</summary>
    public static string NameOf(Type type) => SubmissionPrefix().Replace(type.FullName ?? type.Name, "").Replace('+', '.');

    /// <summary>The name of the cell that the frame is in; null outside of cells.</summary>
    public static string? CellOf(StackFrame frame) => IsInCell(frame) ? Path.GetFileName(frame.GetFileName()) : null;

    // Scripting gives a cell's frames the cell's name as their file, in the notebook's folder.
    private static bool IsInCell(StackFrame frame) => frame.GetFileName() is not null && IsOfCell(frame);

    private static bool IsOfCell(StackFrame frame) =>
        frame.GetMethod()?.DeclaringType?.FullName?.StartsWith("Submission#", StringComparison.Ordinal) == true;

    private static bool IsMachinery(StackFrame frame)
    {
        var name = frame.GetMethod()?.DeclaringType?.FullName ?? "";
        return IsOfCell(frame)
            || name.StartsWith("AttentionNotebooks.Runner.", StringComparison.Ordinal)
            || Machinery.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
    }

    private static string Describe(StackFrame frame)
    {
        var method = frame.GetMethod();
        var called = method is null ? "" : Describe(method);
        if (!IsInCell(frame)) return called;
        var place = $"{CellOf(frame)}, line {frame.GetFileLineNumber()}";
        return called.Length == 0 ? place : $"{called} in {place}";
    }

    private static string Describe(MethodBase method)
    {
        // An async method or iterator runs as MoveNext of a type named after it: <Name>d__1.
        var type = method.DeclaringType;
        var generated = GeneratedName().Match(method.Name == "MoveNext" ? type?.Name ?? "" : method.Name);
        var name = generated.Success ? generated.Groups[1].Value : method.Name;
        if (name is "<Initialize>" or "Initialize" or "<Factory>") return "";
        while (type is not null && type.Name.StartsWith('<')) type = type.DeclaringType;
        var owner = type is null || IsSubmission(type) ? "" : NameOf(type) + ".";
        var parameters = string.Join(", ", method.GetParameters().Select(parameter => $"{parameter.ParameterType.Name} {parameter.Name}"));
        return $"{owner}{name}({parameters})";
    }

    private static bool IsSubmission(Type type) => type.Name.StartsWith("Submission#", StringComparison.Ordinal);

    [GeneratedRegex(@"^Submission#\d+\+")]
    private static partial Regex SubmissionPrefix();

    [GeneratedRegex(@"^<(<?\w+>?)>")]
    private static partial Regex GeneratedName();
}
