using AttentionNotebooks.Engine.Tests.Files.Fuzzing;

namespace AttentionNotebooks.Engine.Tests.Files;

/// <summary>What is wrong with a file is said with its place and its numbers.</summary>
public sealed class BrokenFileTests
{
    private static readonly string Beginning = new('a', 40), End = new('b', 40);

    public static TheoryData<string, int, string> Headers => new()
    {
        { "", 0, "The header must be a JSON object, which begins with '{'" },
        { " {}", 0, "The header must be a JSON object, which begins with '{'" },
        { "[]", 0, "The header must be a JSON object, which begins with '{'" },
        { "{", 0, "The header must be JSON: " },
        { "{}x", 0, "The header must be JSON: 'x' is invalid" },
        { "{}{}", 0, "The header must be JSON: '{' is invalid" },
        { """{"w":1}""", 0, "byte 5, tensor 'w': it must be a JSON StartObject, it is a Number" },
        { """{"__metadata__":{"a":1}}""", 0, "byte 21, __metadata__, 'a': it must be a JSON String, it is a Number" },
        { """{"__metadata__":{"a":"","a":""}}""", 0, "__metadata__, 'a': it is there twice" },
        { """{"__metadata__":{},"__metadata__":{}}""", 0, "__metadata__: it is there twice" },
        { """{"__metadata__":{"a":"\ud800"}}""", 0, "__metadata__, 'a': a text has half a character" },
        { """{"w":{}}""", 0, "tensor 'w': its dtype, shape or data_offsets is missing" },
        { RawFile.Header("F32", "[1]", "[0,4]") + "}", 4, "The header must be JSON: '}' is invalid" },
        { """{"w":{"dtype":"F32","dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4, "tensor 'w', 'dtype': it is there twice" },
        { """{"w":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"w":{"dtype":"F32","shape":[],"data_offsets":[4,8]}}""", 8, "tensor 'w': it is there twice" },
        { RawFile.Header("F4", "[1]", "[0,4]"), 4, "tensor 'w', 'dtype': 'F4' is not known" },
        { RawFile.Header("F32", "[-1]", "[0,4]"), 4, "tensor 'w', 'shape': it must hold whole numbers from 0 to 9223372036854775807" },
        { RawFile.Header("F32", "[1.5]", "[0,4]"), 4, "tensor 'w', 'shape': it must hold whole numbers" },
        { RawFile.Header("F32", "[9223372036854775808]", "[0,4]"), 4, "tensor 'w', 'shape': it must hold whole numbers" },
        { RawFile.Header("F32", "[[1]]", "[0,4]"), 4, "tensor 'w', 'shape': it must hold whole numbers" },
        { RawFile.Header("F32", $"[{string.Join(',', Enumerable.Repeat(1, 65))}]", "[0,4]"), 4, "tensor 'w', 'shape': it must hold at most 64 numbers" },
        { RawFile.Header("F32", "[1]", "[0]"), 4, "tensor 'w': its data_offsets must be two numbers, they are 1" },
        { RawFile.Header("F32", "[1]", "[4,0]"), 4, "Tensor 'w' must not end before it begins: its data_offsets are 4 and 0" },
        { RawFile.Header("F32", "[2,3]", "[0,20]"), 20, "Tensor 'w' must take the 24 bytes of its shape and dtype F32: its data_offsets are 0 and 20, 20 bytes" },
        { RawFile.Header("F64", "[4611686018427387904,4]", "[0,0]"), 0, "Tensor 'w' is too large: its shape multiplies to more than 9223372036854775807 bytes" },
        { RawFile.Header("F32", "[1]", "[4,8]"), 8, "The first tensor, 'w', must begin at byte 0 of the data: it begins at 4" },
        { Two("[0,8]", "[4,12]"), 12, "Tensor 'b' overlaps 'a': it begins at 4, the other ends at 8" },
        { Two("[0,8]", "[12,20]"), 20, "Tensor 'b' leaves a hole behind 'a': it begins at 12, the other ends at 8" },
        { RawFile.Header("F32", "[1]", "[0,4]"), 3, "The tensors take 4 bytes, but 3 bytes follow the header" },
        { RawFile.Header("F32", "[1]", "[0,4]"), 5, "The tensors take 4 bytes, but 5 bytes follow the header" },
        { """{"a\n\u202e😀":1}""", 0, """tensor 'a\u000a\u202e\ud83d\ude00'""" },
        { $$"""{"{{Beginning}}123{{End}}":1}""", 0, $"tensor '{Beginning}…{End}'" },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public void Header_Broken_IsRefusedWithThePlace(string header, int dataLength, string essence) => Refused(essence, RawFile.Of(header, dataLength));

    [Fact]
    public void Header_NotUtf8_IsRefused() => Refused("The header must be UTF-8", RawFile.Of([.. "{\""u8, 0xff, .. "\":1}"u8], []));

    [Fact]
    public void Header_WithAByteOrderMark_IsRefused() => Refused("which begins with '{'", RawFile.Of([0xef, 0xbb, 0xbf, .. "{}"u8], []));

    [Fact]
    public void Header_NestedTooDeep_IsRefused() =>
        Refused("The header must be JSON: The maximum configured depth of 64", RawFile.Of($$"""{"w":{"x":{{new string('[', 100)}}"""));

    [Fact]
    public void Length_OfTheHeader_IsCheckedBeforeItIsBelieved()
    {
        Refused("The file must begin with the length of its header, 8 bytes: it has only 0", []);
        Refused("8 bytes: it has only 7", new byte[7]);
        Refused("The header takes 100000000 bytes, but only 2 bytes follow its length", [0, 0xe1, 0xf5, 5, 0, 0, 0, 0, (byte)'{', (byte)'}']);
        Refused("The header must take at most 100000000 bytes: its length is 100000001", [1, 0xe1, 0xf5, 5, 0, 0, 0, 0]);
        Refused("its length is 18446744073709551615", [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
    }

    [Theory]
    [InlineData(5, "The file ends too early: the length of the header should take 8 bytes, 5 are there")]
    [InlineData(20, "The file ends too early: the header should take 54 bytes, 12 are there")]
    [InlineData(64, "The file ends too early: the tensors should take 4 bytes, 2 are there")]
    [InlineData(67, "The tensors take 4 bytes, but more bytes follow them")]
    public void Stream_OfAnotherLength_IsRefusedWithBothLengths(int length, string essence)
    {
        byte[] file = [.. RawFile.Of(RawFile.Header("F32", "[1]", "[0,4]"), 4), 0];

        InvalidDataException refusal = Assert.Throws<InvalidDataException>(() => SafeTensors.Read(new SlowStream(file[..length])));

        Assert.Contains(essence, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stream_ThatPromisesMoreThanAnArrayHolds_IsRefusedBeforeItIsRead() => Assert.Contains(
        "The file is too large: the tensors take 8000000000 bytes, and at most 2147483591 can be read",
        Assert.Throws<InvalidDataException>(() => SafeTensors.Read(new SlowStream(RawFile.Of(RawFile.Header("F64", "[1000000000]", "[0,8000000000]"))))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void File_Broken_IsRefusedWithItsPath()
    {
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, RawFile.Of("[]"));

        InvalidDataException refusal = Assert.Throws<InvalidDataException>(() => SafeTensors.Read(path));

        Assert.StartsWith($"{path} is not a valid safetensors file: The header must be a JSON object", refusal.Message, StringComparison.Ordinal);
        File.Delete(path);
    }

    private static void Refused(string essence, byte[] file) =>
        Assert.Contains(essence, Assert.Throws<InvalidDataException>(() => SafeTensors.Read(file)).Message, StringComparison.Ordinal);

    private static string Two(string first, string second) =>
        $$$"""{"b":{"dtype":"F32","shape":[2],"data_offsets":{{{second}}}},"a":{"dtype":"F32","shape":[2],"data_offsets":{{{first}}}}}""";
}
