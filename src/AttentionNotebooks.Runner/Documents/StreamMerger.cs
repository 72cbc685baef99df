using AttentionNotebooks.Runner.Outputs;

namespace AttentionNotebooks.Runner.Documents;

/// <summary>Joins what a cell wrote to one stream in many small pieces.</summary>
internal static class StreamMerger
{
    /// <summary>Neighbouring outputs of the same stream become one; the order stays.</summary>
    internal static IReadOnlyList<Output> Merge(IReadOnlyList<Output> outputs)
    {
        List<Output> merged = [];
        for (int next = 0; next < outputs.Count;)
        {
            int start = next;
            next = EndOfRun(outputs, start);
            merged.Add(next - start == 1 ? outputs[start] : Join(outputs.Take(start..next)));
        }

        return merged;
    }

    private static int EndOfRun(IReadOnlyList<Output> outputs, int start)
    {
        int end = start + 1;
        StreamName? name = (outputs[start] as StreamOutput)?.Name;
        while (name is not null && end < outputs.Count && (outputs[end] as StreamOutput)?.Name == name)
        {
            end++;
        }

        return end;
    }

    private static StreamOutput Join(IEnumerable<Output> run)
    {
        StreamOutput[] pieces = [.. run.Cast<StreamOutput>()];
        return pieces[0] with { Text = string.Concat(pieces.Select(piece => piece.Text)) };
    }
}
