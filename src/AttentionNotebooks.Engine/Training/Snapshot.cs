using System.Numerics;

namespace AttentionNotebooks;

/// <summary>A copy of what a model knows, to go back to.</summary>
/// <param name="parameters">Those of the model.</param>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class Snapshot<T>(IReadOnlyList<Parameter<T>> parameters)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[][] copies = [.. parameters.Select(parameter => new T[parameter.Count])];

    internal void Take()
    {
        for (int index = 0; index < copies.Length; index++) parameters[index].Storage.CopyTo(copies[index], 0);
    }

    internal void Restore()
    {
        for (int index = 0; index < copies.Length; index++) copies[index].CopyTo(parameters[index].Storage, 0);
    }
}
