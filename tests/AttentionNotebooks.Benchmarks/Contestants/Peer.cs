using System.Reflection;
using AttentionNotebooks.Benchmarks.Cases;
using AttentionNotebooks.Benchmarks.Results;

namespace AttentionNotebooks.Benchmarks.Contestants;

/// <summary>Somebody else's attention, and the ways to ask for it.</summary>
internal abstract class Peer
{
    private readonly Lazy<string?> absence;

    protected Peer() => absence = new Lazy<string?>(WhyAbsent);

    /// <summary>Name and version.</summary>
    public abstract string Name { get; }

    /// <summary>Why it cannot take part on this machine, or null.</summary>
    public string? Absence => absence.Value;

    /// <summary>Every sensible way to compute the core.</summary>
    public virtual IEnumerable<Candidate<CoreWorkload>> Core(CoreWorkload workload) => [];

    /// <summary>Every sensible way to compute the layer.</summary>
    public virtual IEnumerable<Candidate<LayerWorkload>> Layer(LayerWorkload workload) => [];

    /// <summary>Every sensible way to go forward and backward.</summary>
    public virtual IEnumerable<Candidate<TrainingWorkload>> Training(TrainingWorkload workload) => [];

    /// <summary>Loads what it needs; an exception's message is the reason for its absence.</summary>
    protected virtual void Load()
    {
    }

    /// <summary>The version of the package that a type comes from.</summary>
    protected static string VersionOf(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "?";

    private string? WhyAbsent()
    {
        try
        {
            Load();
            return null;
        }
        catch (Exception exception)
        {
            return Absentee.ReasonOf(exception);
        }
    }
}
