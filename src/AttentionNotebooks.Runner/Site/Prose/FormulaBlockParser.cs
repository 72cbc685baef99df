using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace AttentionNotebooks.Runner.Site.Prose;

/// <summary>
/// Reads <c>$$…$$</c> over one or more lines, as Jupyter does: the dollars may stand on the lines of the formula, whereas Markdig's own parser
/// wants them on lines of their own.
/// </summary>
internal sealed class FormulaBlockParser : BlockParser
{
    private const string Fence = "$$";

    internal FormulaBlockParser() => OpeningCharacters = ['$'];

    /// <inheritdoc/>
    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || !processor.Line.Match(Fence))
        {
            return BlockState.None;
        }

        StringSlice rest = processor.Line;
        rest.Start += Fence.Length;
        int close = rest.IndexOf(Fence);
        if (!IsClosed(rest))
        {
            return BlockState.None;
        }

        processor.NewBlocks.Push(new FormulaBlock(this) { Column = processor.Column, Span = new SourceSpan(processor.Start, rest.End) });
        processor.Line.Start = rest.Start;
        if (close < 0)
        {
            return BlockState.Continue;
        }

        processor.Line.End = close - 1;
        return BlockState.Break;
    }

    /// <inheritdoc/>
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        int close = processor.Line.IndexOf(Fence);
        block.UpdateSpanEnd(processor.Line.End);
        if (close < 0)
        {
            return BlockState.Continue;
        }

        StringSlice last = processor.Line;
        last.End = close - 1;
        ((FormulaBlock)block).AppendLine(ref last, processor.Column, processor.LineIndex, processor.CurrentLineStartPosition, trackTrivia: false);
        return BlockState.BreakDiscard;
    }

    // Dollars that nothing closes are dollars, and text on the line that closes it makes the formula a part of a paragraph.
    private static bool IsClosed(StringSlice formula)
    {
        int close = formula.Text.IndexOf(Fence, formula.Start, StringComparison.Ordinal);
        if (close < 0)
        {
            return false;
        }

        ReadOnlySpan<char> after = formula.Text.AsSpan(close + Fence.Length);
        int lineEnd = after.IndexOfAny('\r', '\n');
        return after[..(lineEnd < 0 ? after.Length : lineEnd)].IsWhiteSpace();
    }
}
