namespace AttentionNotebooks.ContactSheet.Figures;

/// <summary>A picture with a name.</summary>
/// <param name="Name">In lower case with hyphens: the name of its files.</param>
/// <param name="Make">Makes the picture; called when it is needed.</param>
internal sealed record FigureExample(string Name, Func<Displayable> Make)
{
    internal string Html => Make().ToHtml();

    public override string ToString() => Name;
}
