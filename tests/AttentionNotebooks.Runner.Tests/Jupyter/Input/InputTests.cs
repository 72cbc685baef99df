using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Jupyter.Channels;
using AttentionNotebooks.Runner.Tests.Jupyter.Support;

namespace AttentionNotebooks.Runner.Tests.Jupyter.Input;

public sealed class InputTests(LiveKernel live) : IClassFixture<LiveKernel>
{
    private readonly JupyterClient client = live.Client;

    [Theory]
    [InlineData("Console.ReadLine()", "", false)]
    [InlineData("GetInput(\"Name?\")", "Name?", false)]
    [InlineData("await GetInputAsync(\"Name?\")", "Name?", false)]
    [InlineData("await GetPasswordAsync(\"Secret?\")", "Secret?", true)]
    public void Question_OfACell_IsAskedAndAnswered(string code, string prompt, bool isPassword)
    {
        var id = client.Start($"Console.Write(\"before\"); var answer = {code}; answer", allowInput: true);

        var question = client.Receive(ChannelName.Input);
        Assert.Equal(("input_request", id), (question.Type, question.Parent));
        Assert.Equal((prompt, isPassword), ((string?)question["prompt"], (bool)question.Content["password"]!));
        Answer("Ada 𝛼");

        var cell = client.Finish(id);
        Assert.Equal("Ada 𝛼", cell.Result);
        Assert.Equal("before", cell.Text("stdout"));
    }

    [Fact]
    public void Lines_ReadOneAfterAnother_AreAskedOneAfterAnother()
    {
        var id = client.Start("var (first, second) = (Console.ReadLine(), (char)Console.Read()); $\"{first}{second}\"", allowInput: true);

        client.Receive(ChannelName.Input);
        Answer("a");
        client.Receive(ChannelName.Input);
        Answer("bc");

        Assert.Equal("ab", client.Finish(id).Result);
    }

    [Fact]
    public void FrontEndThatCannotBeAsked_IsToldSo()
    {
        var asked = client.Execute("await GetInputAsync(\"Name?\")");
        var read = client.Execute("var nothing = Console.ReadLine(); $\"{nothing is null}\"");

        Assert.Contains("nobody to ask", asked.Reply!["evalue"]);
        Assert.Equal("True", read.Result);
    }

    [Theory]
    [InlineData("GetInput()")]
    [InlineData("await GetInputAsync()")]
    public void CellThatWaitsForAnAnswer_CanBeInterrupted(string code)
    {
        var id = client.Start($"var lost = {code};", allowInput: true);
        client.Receive(ChannelName.Input);

        client.Ask("interrupt_request", [], ChannelName.Control);
        Assert.Equal("Interrupted", client.Finish(id).Reply!["ename"]);

        Answer("too late");
        id = client.Start("GetInput()", allowInput: true);
        client.Receive(ChannelName.Input);
        Answer("in time");
        Assert.Equal("in time", client.Finish(id).Result);
    }

    private void Answer(string value) => client.Send(ChannelName.Input, "input_reply", new JsonObject { ["value"] = value });
}
