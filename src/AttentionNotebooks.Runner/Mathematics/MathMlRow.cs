using System.Text;

namespace AttentionNotebooks.Runner.Mathematics;

/// <summary>Writes parts side by side, with what their neighbourhood asks for: signs before an operand, and the gap after a function's name.</summary>
internal static class MathMlRow
{
    private const string ApplyFunction = "<mo>\u2061</mo>";

    private static readonly Space ThinSpace = new(3 / 18.0);

    /// <summary>Writes the parts.</summary>
    internal static void Write(MathMlWriter writer, StringBuilder markup, IReadOnlyList<MathNode> parts)
    {
        for (int index = 0; index < parts.Count; index++)
        {
            MathNode part = parts[index];
            MathClass? before = index == 0 ? null : ClassOf(parts[index - 1]);
            MathClass? after = index == parts.Count - 1 ? null : ClassOf(parts[index + 1]);
            if (part is Operator { Class: MathClass.Binary } sign && !FollowsOperand(before))
            {
                _ = MathMlLeaf.WriteSign(markup, sign.Sign, "form=\"prefix\" lspace=\"0em\" rspace=\"0em\"");
            }
            else if (IsNamedFunction(part))
            {
                WriteFunction(writer, part, before, after, parts.ElementAtOrDefault(index + 1), markup);
            }
            else
            {
                writer.WriteNode(part);
            }
        }
    }

    private static void WriteFunction(
        MathMlWriter writer, MathNode function, MathClass? before, MathClass? after, MathNode? argument, StringBuilder markup)
    {
        if (before is MathClass.Ordinary or MathClass.Close)
        {
            writer.WriteNode(ThinSpace);
        }

        writer.WriteNode(function);
        if (after is MathClass.Ordinary or MathClass.Open or MathClass.Function)
        {
            _ = markup.Append(ApplyFunction);
            if (after != MathClass.Open && argument is not Fenced)
            {
                writer.WriteNode(ThinSpace);
            }
        }
    }

    private static bool FollowsOperand(MathClass? before) => before is MathClass.Ordinary or MathClass.Close or MathClass.Space;

    private static bool IsNamedFunction(MathNode node) =>
        node is Function { IsSign: false } or Scripts { Base: Function { IsSign: false } };

    private static MathClass ClassOf(MathNode node)
    {
        return node switch
        {
            Operator sign => sign.Class,
            SizedFence fence => fence.Class,
            Function => MathClass.Function,
            Space => MathClass.Space,
            Scripts scripts => ClassOf(scripts.Base),
            _ => MathClass.Ordinary,
        };
    }
}
