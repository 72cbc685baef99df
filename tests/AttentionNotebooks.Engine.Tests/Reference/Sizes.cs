namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>The sizes of one head and its sentences; a source of its own makes it cross-attention.</summary>
internal sealed record Sizes(int Tokens, int Model = 6, int Query = 4, int Value = 3)
{
    private readonly int? key, sourceTokens, sourceModel;

    public int Key
    {
        get => key ?? Query;
        init => key = value;
    }

    public int SourceTokens
    {
        get => sourceTokens ?? Tokens;
        init => sourceTokens = value;
    }

    public int SourceModel
    {
        get => sourceModel ?? Model;
        init => sourceModel = value;
    }

    public bool IsCross => sourceTokens is not null;
}
