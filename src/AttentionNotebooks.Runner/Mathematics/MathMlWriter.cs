using System.Text;

namespace AttentionNotebooks.Runner.Mathematics;

/// <summary>
/// <see cref="MathNode"/> → MathML Core. Each node writes exactly one element, as the children of fractions and scripts must be; what stands
/// between nodes is <see cref="MathMlRow"/>'s.
/// </summary>
internal sealed class MathMlWriter
{
    // In most fonts ′ is drawn small and high already. As a script it would be hardly visible: it keeps the size of its base and comes down.
    private const string PrimeBox = "mpadded voffset=\"-0.3em\" height=\"0.4em\" style=\"math-depth: inherit\"";

    private readonly StringBuilder markup = new();
    private readonly MathMlTable tables;

    private MathMlWriter() => tables = new MathMlTable(this, markup);

    /// <summary>The element that shows a formula.</summary>
    internal static string Write(MathNode node)
    {
        MathMlWriter writer = new();
        writer.WriteNode(node);
        return writer.markup.ToString();
    }

    /// <summary>Writes one node as one element.</summary>
    internal void WriteNode(MathNode node)
    {
        switch (node)
        {
            case Row { Parts: [not Function] } row:
                WriteNode(row.Parts[0]);
                break;
            case Row row:
                Element("mrow", () => MathMlRow.Write(this, markup, row.Parts));
                break;
            case Fraction fraction:
                WriteFraction(fraction);
                break;
            case Root root:
                Element(root.Index is null ? "msqrt" : "mroot", root.Index is null ? [root.Radicand] : [root.Radicand, root.Index]);
                break;
            case Scripts scripts:
                WriteScripts(scripts);
                break;
            case Stack stack:
                WriteAttached("under", "over", stack.Base, stack.Below, stack.Above);
                break;
            case Accent accent:
                WriteAccent(accent);
                break;
            case Ruled ruled:
                // No mark stretches in every font; a border does.
                Element($"mrow style=\"border-{(ruled.IsBelow ? "bottom" : "top")}: thin solid; padding: 0.1em 0\"", [ruled.Base]);
                break;
            case Fenced fenced:
                WriteFenced(fenced);
                break;
            case Table table:
                tables.Write(table);
                break;
            case Styled styled:
                Element($"mstyle displaystyle=\"{(styled.Display ? "true" : "false")}\"", [styled.Body]);
                break;
            default:
                MathMlLeaf.Write(markup, node);
                break;
        }
    }

    /// <summary>Writes an element around what <paramref name="content"/> writes.</summary>
    internal void Element(string startTag, Action content)
    {
        _ = markup.Append('<').Append(startTag).Append('>');
        content();
        _ = markup.Append("</").Append(startTag.Split(' ')[0]).Append('>');
    }

    private void Element(string startTag, ReadOnlySpan<MathNode> children)
    {
        MathNode[] nodes = children.ToArray();
        Element(startTag, () => Array.ForEach(nodes, WriteNode));
    }

    private void WriteFraction(Fraction fraction)
    {
        string bar = fraction.HasBar ? "" : " linethickness=\"0\"";
        string style = fraction.Display is { } display ? $" displaystyle=\"{(display ? "true" : "false")}\"" : "";
        Element($"mfrac{bar}{style}", [fraction.Numerator, fraction.Denominator]);
    }

    private void WriteScripts(Scripts scripts)
    {
        bool takesLimits = scripts.Base is Function { Limits: not LimitPlace.Beside } or Accent { IsBrace: true };
        if (takesLimits)
        {
            WriteAttached("under", "over", scripts.Base, scripts.Below, scripts.Above);
        }
        else
        {
            WriteAttached("sub", "sup", scripts.Base, scripts.Below, scripts.Above);
        }
    }

    private void WriteAttached(string lower, string upper, MathNode wearer, MathNode? below, MathNode? above)
    {
        string name = $"m{(below is null ? "" : lower)}{(above is null ? "" : upper)}";
        Element(name, () =>
        {
            MathNode?[] scripts = [wearer, below, above];
            foreach (MathNode script in scripts.OfType<MathNode>())
            {
                WriteScript(script);
            }
        });
    }

    private void WriteScript(MathNode script)
    {
        if (script is Primes)
        {
            Element(PrimeBox, [script]);
        }
        else
        {
            WriteNode(script);
        }
    }

    private void WriteAccent(Accent accent)
    {
        string startTag = accent.IsBelow ? "munder accentunder=\"true\"" : "mover accent=\"true\"";
        Element(startTag, () =>
        {
            WriteNode(accent.Base);
            MathMlLeaf.WriteSign(markup, accent.Mark, accent.Stretches ? "stretchy=\"true\"" : "stretchy=\"false\"");
        });
    }

    private void WriteFenced(Fenced fenced)
    {
        Element("mrow", () =>
        {
            WriteFence(fenced.Open, "prefix");
            WriteNode(fenced.Body);
            WriteFence(fenced.Close, "postfix");
        });
    }

    private void WriteFence(string sign, string form)
    {
        if (sign.Length > 0)
        {
            MathMlLeaf.WriteSign(markup, sign, $"form=\"{form}\" fence=\"true\" stretchy=\"true\"");
        }
    }
}
