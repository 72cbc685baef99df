namespace AttentionNotebooks.Engine.Tests.Files;

/// <summary>State dicts on their way through a file, and compared by their bits.</summary>
internal static class StateDicts
{
    public static SafeTensorFile FileOf(IEnumerable<SafeTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null) =>
        SafeTensors.Read(BytesOf(tensors, metadata));

    public static byte[] BytesOf(IEnumerable<SafeTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        using MemoryStream stream = new();
        SafeTensors.WriteTo(stream, tensors, metadata);
        return stream.ToArray();
    }

    public static void AssertSame(IEnumerable<SafeTensor> expected, IEnumerable<SafeTensor> actual)
    {
        Assert.Equal(Texts(expected), Texts(actual));

        static IEnumerable<(string, string)> Texts(IEnumerable<SafeTensor> tensors) =>
            tensors.OrderBy(tensor => tensor.Name, StringComparer.Ordinal).Select(tensor => (tensor.ToString(), Convert.ToHexString(tensor.Bytes.Span)));
    }
}
