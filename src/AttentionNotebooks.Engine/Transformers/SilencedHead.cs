using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>O = 0.</summary>
internal sealed class SilencedHead(int layer, int head) : HeadEdit(layer, head)
{
    internal override void Change<T>(in HeadSpans<T> head)
    {
        for (int query = 0; query < head.QueryCount; query++) head.Output.Slice(query * head.OutputStep, head.ValueSize).Clear();
    }
}
