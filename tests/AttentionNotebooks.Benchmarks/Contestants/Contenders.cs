using AttentionNotebooks.Benchmarks.Cases;
using AttentionNotebooks.Benchmarks.Contestants.Onnx;
using AttentionNotebooks.Benchmarks.Contestants.Primitives;
using AttentionNotebooks.Benchmarks.Contestants.Textbook;
using AttentionNotebooks.Benchmarks.Contestants.Torch;

namespace AttentionNotebooks.Benchmarks.Contestants;

/// <summary>All peers, and those of them that could be loaded.</summary>
internal sealed class Contenders
{
    private readonly TextbookPeer textbook = new();
    private readonly PrimitivesPeer primitives = new();
    private readonly Peer[] rivals = [new TorchPeer(), new OnnxPeer()];

    public IEnumerable<Peer> All => [.. rivals, textbook, primitives];

    /// <summary>Every way of the peers that the goals name.</summary>
    public IEnumerable<Entrant> Rivals<TWorkload>(Func<Peer, IEnumerable<Candidate<TWorkload>>> ways, TWorkload workload, int threads)
        where TWorkload : Workload =>
        rivals.Where(peer => peer.Absence is null).SelectMany(ways).Select(candidate => Entrant.Of(Role.Rival, workload, candidate, threads));

    public IEnumerable<Entrant> Textbook(CoreWorkload workload, int threads) =>
        textbook.Core(workload).Select(candidate => Entrant.Of(Role.Rival, workload, candidate, threads));

    public IEnumerable<Entrant> Loops(CoreWorkload workload, int threads) =>
        primitives.Core(workload).Select(candidate => Entrant.Of(Role.Bystander, workload, candidate, threads));
}
