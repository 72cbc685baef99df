using Microsoft.ML.OnnxRuntime;

namespace AttentionNotebooks.Benchmarks.Contestants.Onnx;

/// <summary>A session that reads from and writes into arrays of ours, as its documentation recommends.</summary>
internal sealed class OnnxContestant : Contestant
{
    private readonly IReadOnlyList<OnnxTensor> outputs;
    private readonly InferenceSession session;
    private readonly RunOptions options = new();
    private readonly string[] inputNames;
    private readonly string[] outputNames;
    private readonly OrtValue[] inputValues;
    private readonly OrtValue[] outputValues;

    public OnnxContestant(OnnxProblem problem, int threads)
    {
        using var sessionOptions = new SessionOptions { IntraOpNumThreads = threads, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        foreach (var input in problem.Inputs) _ = problem.Graph.Input(input.Name, input.Shape);
        foreach (var output in problem.Outputs) _ = problem.Graph.Output(output.Name, output.Shape);
        session = new InferenceSession(problem.Graph.ToModel(), sessionOptions);
        outputs = problem.Outputs;
        (inputNames, inputValues) = Bind(problem.Inputs);
        (outputNames, outputValues) = Bind(problem.Outputs);
    }

    public override void Run() => session.Run(options, inputNames, inputValues, outputNames, outputValues);

    public override IEnumerable<float[]> Results() => outputs.Select(output => output.ToUsualOrder(output.Values));

    public override void Dispose()
    {
        foreach (var value in (OrtValue[])[.. inputValues, .. outputValues]) value.Dispose();
        options.Dispose();
        session.Dispose();
        base.Dispose();
    }

    private static (string[] Names, OrtValue[] Values) Bind(IReadOnlyList<OnnxTensor> tensors) =>
        ([.. tensors.Select(tensor => tensor.Name)], [.. tensors.Select(tensor => OrtValue.CreateTensorValueFromMemory(tensor.Values, tensor.Shape))]);
}
