using System.Numerics;

namespace AttentionNotebooks.Engine.Tests.Golden;

/// <summary>What a golden file holds: what went in, and what PyTorch made of it.</summary>
internal interface IGoldenCase
{
    /// <summary>PyTorch's name of the numbers' type.</summary>
    string Precision { get; }

    /// <summary>What is special about it.</summary>
    string Name { get; }

    /// <summary>Asserts that the engine makes the same of it.</summary>
    void Check<T>()
        where T : unmanaged, IFloatingPointIeee754<T>;
}
