namespace AttentionNotebooks.Engine.Tests.Reference.Heads;

/// <summary>The sizes of Q, K and V of one head: n_q, n_k, q and v.</summary>
internal sealed record HeadSizes(int Queries, int Keys, int Query, int Value);
