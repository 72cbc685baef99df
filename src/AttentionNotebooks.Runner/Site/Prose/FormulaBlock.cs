using Markdig.Parsers;
using Markdig.Syntax;

namespace AttentionNotebooks.Runner.Site.Prose;

/// <summary>A formula between <c>$$</c> that has its lines to itself.</summary>
internal sealed class FormulaBlock(BlockParser parser) : LeafBlock(parser);
