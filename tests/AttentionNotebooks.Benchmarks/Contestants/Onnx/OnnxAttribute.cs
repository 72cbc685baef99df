namespace AttentionNotebooks.Benchmarks.Contestants.Onnx;

/// <summary>An attribute of a node of an ONNX graph.</summary>
internal abstract record OnnxAttribute(string Name)
{
    private const int Kind = 20;

    public abstract ProtobufMessage ToMessage();

    private ProtobufMessage Named() => new ProtobufMessage().Add(1, Name);

    internal sealed record Integer(string Name, long Value) : OnnxAttribute(Name)
    {
        public override ProtobufMessage ToMessage() => Named().Add(3, Value).Add(Kind, 2L);
    }

    internal sealed record Integers(string Name, params long[] Values) : OnnxAttribute(Name)
    {
        public override ProtobufMessage ToMessage()
        {
            var message = Named().Add(Kind, 7L);
            foreach (var value in Values) _ = message.Add(8, value);
            return message;
        }
    }
}
