using System.Globalization;
using AttentionNotebooks.Engine.Tests.Golden;

namespace AttentionNotebooks.Engine.Tests.Files.Fuzzing;

/// <summary>Files are data from strangers: whatever they say, they are read, or refused as invalid data, in memory of the order of their own length.</summary>
public sealed class SafeTensorsFuzzTests
{
    /// <summary>What any reading may allocate, an exception with its message for the most part, and what it may for each byte of the file.</summary>
    private const int BytesOfAnyFile = 8192, BytesPerByte = 16;

    private static readonly byte[][] Files =
    [
        RawFile.Of("{}"),
        RawFile.Of("""{"__metadata__":{"format":"pt","ü":""},"number":{"dtype":"F64","shape":[],"data_offsets":[0,8]}}      """, 8),
        RawFile.Of("""{"a":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},"b":{"data_offsets":[24,24],"dtype":"BOOL","shape":[5,0]},"c":{"shape":[2],"extra":[{}],"dtype":"BF16","data_offsets":[24,28]}}""", 28),
        RawFile.Of(string.Join(',', Enumerable.Range(0, 50).Select(i => $$"""{{(i == 0 ? "{" : "")}}"t{{i}}":{"dtype":"F16","shape":[1,1],"data_offsets":[{{2 * i}},{{(2 * i) + 2}}]}""")) + "}", 100),
        GoldenFile.Bytes("torch-encoder-layer-post-norm-float32.safetensors"),
        GoldenFile.Bytes("engine-encoder-float32.safetensors"),
        GoldenFile.Bytes("torch-multi-head-plain-float32.safetensors"),
        GoldenFile.Bytes("torch-multi-head-biases-float64.safetensors"),
        GoldenFile.Bytes("torch-multi-head-source-float32.safetensors"),
    ];

    /// <summary>What the runtime and its libraries set up once is not counted.</summary>
    private bool isWarm;

    [Fact]
    public void File_Mutated_IsReadOrRefused()
    {
        // ATTENTION_NOTEBOOKS_FUZZ=100000 asks for more.
        int count = int.Parse(Environment.GetEnvironmentVariable("ATTENTION_NOTEBOOKS_FUZZ") ?? "5000", CultureInfo.InvariantCulture);
        foreach (byte[] file in Files) Assert.True(IsRead(file), "A file that is not mutated must be read.");
        isWarm = true;
        int read = 0;
        for (int seed = 0; seed < count; seed++)
        {
            byte[] mutated = new FileMutator(seed).Mutate(Files[seed % Files.Length]);
            try
            {
                if (IsRead(mutated)) read++;
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"File {seed}, in Base64: {Convert.ToBase64String(mutated)}", exception);
            }
        }

        // Mutations that break all files, or hardly any, would prove little.
        Assert.InRange(read, count / 20, count / 2);
    }

    private bool IsRead(byte[] bytes)
    {
        SafeTensorFile? file = OrInvalid(bytes.Length, () => SafeTensors.Read(bytes));
        SafeTensorFile? streamed = OrInvalid(bytes.Length, () => SafeTensors.Read(new SlowStream(bytes)));
        Assert.Equal(file?.ToString(), streamed?.ToString());
        if (file is null) return false;
        foreach (SafeTensor tensor in file.Tensors)
        {
            _ = OrInvalid(bytes.Length, tensor.ToMatrix<float>);
            _ = OrInvalid(bytes.Length, tensor.ToVector<double>);
        }

        _ = OrInvalid(bytes.Length, () => MultiHeadAttention.FromStateDict<float>(file, heads: 2));
        _ = OrInvalid(bytes.Length, () => TransformerEncoder.FromStateDict<float>(file, new EncoderSettings { Heads = 2 }));
        _ = OrInvalid(bytes.Length, () => Transformer.Load<float>(file));
        return true;
    }

    /// <summary>Null where it is refused. Any other exception fails the test, and so does memory that the file is not worth.</summary>
    private TResult? OrInvalid<TResult>(int fileLength, Func<TResult> call)
        where TResult : class
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        TResult? result = null;
        try
        {
            result = call();
        }
        catch (InvalidDataException)
        {
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before, allowed = BytesOfAnyFile + ((long)BytesPerByte * fileLength);
        Assert.True(!isWarm || allocated <= allowed, $"{allocated} bytes were allocated for a file of {fileLength}.");
        return result;
    }
}
