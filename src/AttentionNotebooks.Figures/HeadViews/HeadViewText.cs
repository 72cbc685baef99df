using System.Globalization;
using System.Text;

namespace AttentionNotebooks;

/// <summary>A head view for a terminal: of each head the strongest weights, query by query.</summary>
internal static class HeadViewText
{
    private const int MostLines = 300;
    private const int KeysOfQuery = 3;
    private const int PairsOfHead = 5;

    internal static string Write(HeadViewData data, string title)
    {
        StringBuilder text = new(title);
        text.AppendLine();
        foreach (string notice in HeadViewNotices.Of(data)) text.AppendLine(notice);
        bool byQuery = data.Map.HeadNumbers.Count * data.Queries.Tokens.Count <= MostLines;
        int width = data.Queries.Tokens.Max(token => TextWidth.Of(token.Axis.Told(token.Cell)));
        foreach (IGrouping<int, HeadViewLine> head in data.Lines.GroupBy(line => line.Head).OrderBy(head => head.Key))
        {
            text.AppendLine().Append(CultureInfo.InvariantCulture, $"head {data.Map.HeadNumbers[head.Key]}: query → its keys").AppendLine();
            IEnumerable<IGrouping<int, HeadViewLine>> rows = byQuery ? head.GroupBy(line => line.Left) : Strongest(head, PairsOfHead).GroupBy(line => line.Left);
            foreach (IGrouping<int, HeadViewLine> query in rows.OrderBy(row => row.Key))
            {
                text.Append("  ").Append(TextWidth.PadRight(Token(data.Queries, query.Key), width)).Append(" → ")
                    .AppendJoin(", ", Strongest(query, KeysOfQuery).Select(line => $"{Token(data.Keys, line.Right)} {WeightNumber.Exact(line.Weight)}"))
                    .AppendLine();
            }
        }

        return text.ToString().TrimEnd();
    }

    private static IEnumerable<HeadViewLine> Strongest(IEnumerable<HeadViewLine> lines, int count) => lines.OrderByDescending(line => line.Weight).Take(count);

    private static string Token(HeadViewSide side, int place) => side.Tokens[place].Axis.Told(side.Tokens[place].Cell);
}
