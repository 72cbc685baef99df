using System.Text.Json.Nodes;
using AttentionNotebooks.Runner.Tests.Jupyter.Support;

namespace AttentionNotebooks.Runner.Tests.Jupyter.Execution;

public sealed class ExecuteTests(LiveKernel live) : IClassFixture<LiveKernel>
{
    private readonly JupyterClient client = live.Client;

    [Fact]
    public void Cell_FromRequestToReply_IsPublishedInOrderUnderItsRequest()
    {
        var cell = client.Execute("Console.Write(\"a\"); display(\"b\", \"text/plain\"); \"c\"");

        Assert.Equal("ok", cell.Status);
        Assert.Equal(["status", "execute_input", "stream", "display_data", "execute_result", "status"], cell.Published.Select(message => message.Type));
        Assert.Equal("busy", cell.Published[0]["execution_state"]);
        Assert.All(cell.Published.Append(cell.Reply!), message => Assert.Equal(cell.Id, message.Parent));
        Assert.All(cell.Published.Append(cell.Reply!), message => Assert.Equal("5.4", (string?)message.Header["version"]));
        Assert.Equal("c", cell.Result);
        Assert.Equal(cell.Reply!["execution_count"], cell.Of("execute_input").Single()["execution_count"]);
        Assert.Equal(cell.Reply!["execution_count"], cell.Of("execute_result").Single()["execution_count"]);
    }

    [Fact]
    public void Cells_OneAfterAnother_ShareTheirStateAndAreCounted()
    {
        var first = client.Execute("var shared = \"äöü 𝛼\";");
        var second = client.Execute("shared");

        Assert.Equal("äöü 𝛼", second.Result);
        Assert.Equal((int)first.Reply!.Content["execution_count"]! + 1, (int)second.Reply!.Content["execution_count"]!);
    }

    [Fact]
    public void SilentCell_PublishesNothingAndIsNotCounted()
    {
        var before = Count(client.Execute("1"));
        var cell = Ask("Console.Write(\"x\"); display(1); int silent = 2; silent", ("silent", true));

        Assert.Equal("ok", cell.Status);
        Assert.Equal(["status", "status"], cell.Published.Select(message => message.Type));
        Assert.Equal(before, Count(cell));
        Assert.Equal("2", Evaluate("silent"));
    }

    [Fact]
    public void CellOutsideOfHistory_IsShownButNotCounted()
    {
        var before = Count(client.Execute("1"));
        var cell = Ask("\"shown\"", ("store_history", false));

        Assert.Equal("shown", cell.Result);
        Assert.Equal(before, Count(cell));
    }

    [Fact]
    public void UserExpressions_AfterTheCell_AreEvaluatedEachByItself()
    {
        var expressions = new JsonObject { ["good"] = "\"v\" + five", ["bad"] = "missing" };
        var cell = Ask("int five = 5;", ("user_expressions", expressions));

        var values = cell.Reply!.Content["user_expressions"]!;
        Assert.Equal("v5", (string?)values["good"]!["data"]!["text/plain"]);
        Assert.Equal("error", (string?)values["bad"]!["status"]);
        Assert.Contains("CS0103", (string?)values["bad"]!["evalue"]);
        Assert.Empty(cell.Outputs);
    }

    [Fact]
    public void Display_ThatIsUpdated_KeepsItsIdentityAcrossCells()
    {
        var shown = client.Execute("var shown = display(\"one\", \"text/plain\"); shown.Update(\"two\");");
        var later = client.Execute("shown.Update(\"three\");");

        var display = Assert.Single(shown.Of("display_data"));
        var updates = shown.Of("update_display_data").Concat(later.Of("update_display_data")).ToList();
        Assert.Equal(["two", "three"], updates.Select(update => Exchange.Data(update, "text/plain")));
        Assert.All(updates, update => Assert.Equal(display.Content["transient"]!.ToJsonString(), update.Content["transient"]!.ToJsonString()));
        Assert.Empty(later.Of("display_data"));
    }

    [Theory]
    [InlineData("ClearOutput();", false)]
    [InlineData("ClearOutput(wait: true);", true)]
    public void ClearOutput_IsPublished(string code, bool waits) =>
        Assert.Equal(waits, (bool)Assert.Single(client.Execute(code).Of("clear_output")).Content["wait"]!);

    [Fact]
    public void JsonDisplay_IsJsonInTheMessage()
    {
        var cell = client.Execute("display(new[] { 1, 2 }, \"application/json\"); \"{\\\"a\\\":1}\".DisplayAs(\"application/vnd.x+json\");");

        Assert.Equal(1, (int)cell.Of("display_data")[1].Content["data"]!["application/vnd.x+json"]!["a"]!);
    }

    [Fact]
    public void Exception_IsPublishedAndRepliedWithTheLineOfItsCell()
    {
        var cell = client.Execute("var zero = 0;\nConsole.Write(\"before\");\nvar broken = 1 / zero;");

        var error = Assert.Single(cell.Of("error"));
        Assert.Equal("error", cell.Status);
        Assert.Equal("System.DivideByZeroException", error["ename"]);
        Assert.Contains("line 3: var broken = 1 / zero;", (string?)error.Content["traceback"]![0]);
        Assert.Equal(error["evalue"], cell.Reply!["evalue"]);
        Assert.Equal(error.Content["traceback"]!.ToJsonString(), cell.Reply!.Content["traceback"]!.ToJsonString());
        Assert.Equal("before", cell.Text("stdout"));
    }

    [Fact]
    public void CellThatDoesNotCompile_TellsLineAndColumn()
    {
        var error = Assert.Single(client.Execute("var fine = 1;\nvar wrong = nothing;").Of("error"));

        Assert.Equal("CompilationError", error["ename"]);
        Assert.Contains("(2,13): error CS0103", error["evalue"]);
    }

    [Fact]
    public void FailedCell_AbortsThoseThatWaitAlready()
    {
        var gate = Path.Combine(live.Kernel.Folder, Guid.NewGuid().ToString("n"));
        var failing = client.Start($"while (!File.Exists(@\"{gate}\")) System.Threading.Thread.Sleep(1); throw new Exception();");
        var waiting = client.Start("\"ran\"");
        client.HeartBeats(); // What was sent before has arrived.
        File.WriteAllText(gate, "");

        Assert.Equal("error", client.Finish(failing).Status);
        var aborted = client.Finish(waiting);
        Assert.Equal("aborted", aborted.Status);
        Assert.Equal(["status", "status"], aborted.Published.Select(message => message.Type));
        Assert.Equal("ran", client.Execute("\"ran\"").Result);
    }

    [Fact]
    public void FailedCell_ThatDoesNotStop_LetsTheNextRun()
    {
        var failing = client.Start("throw new Exception();", stopOnError: false);
        var waiting = client.Start("\"ran\"");

        Assert.Equal("error", client.Finish(failing).Status);
        Assert.Equal("ran", client.Finish(waiting).Result);
    }

    [Fact]
    public void CellThatPrintsTenMegabytes_LosesNothing()
    {
        var cell = client.Execute("for (var i = 0; i < 100_000; i++) Console.WriteLine(new string('x', 99)); display(\"end\", \"text/plain\");");

        Assert.Equal(10_000_000, cell.Text("stdout").Length);
        Assert.Equal("display_data", cell.Outputs.Last().Type);
        Assert.InRange(cell.Of("stream").Count, 1, 2_000);
    }

    [Fact]
    public void NativeOutput_BelongsToItsCell()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Native streams stay where they are on Windows.");
        var cell = client.Execute("System.Diagnostics.Process.Start(\"echo\", \"from a child\").WaitForExit();");

        Assert.Equal("from a child\n", cell.Text("stdout"));
        Assert.Empty(client.Execute("1").Of("stream"));
    }

    private string? Evaluate(string expression) => client.Execute($"$\"{{{expression}}}\"").Result;

    private static int Count(Exchange cell) => (int)cell.Reply!.Content["execution_count"]!;

    private Exchange Ask(string code, (string Name, JsonNode Value) option)
    {
        var content = JupyterClient.Cell(code);
        content[option.Name] = option.Value;
        return client.Ask("execute_request", content);
    }
}
